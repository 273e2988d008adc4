// The training lab: a model in a few words, a walk downhill, and what each step did.

/** @import { Value } from "../types.js" */
/** @import { Choice, Parts } from "./choices.js" */
/** @import { Course } from "./course.js" */
/** @import { Made, Seen } from "./looking.js" */
import { linkTo } from "../effects/linking.js";
import { Gone, Problem, get, post } from "../effects/server.js";
import { headOf } from "../head.js";
import { show } from "../model/numbers.js";
import { byId, set, write } from "../view/element.js";
import { changed, modelOf, readChoice, walkOf, writeChoice } from "./choices.js";
import { controlsIn } from "./controls.js";
import { curvesOf, finished, fresh, rewound, stepped } from "./course.js";
import { curveIn } from "./curve.js";
import { documentBefore } from "./explained.js";
import { factsOf, scoresOf } from "./facts.js";
import { base64Of } from "./files.js";
import { lookAt } from "./looking.js";
import { mapIn } from "./map.js";
import { runner } from "./running.js";
import { transportIn } from "./transport.js";
import { drawUpdates } from "./updates.js";
import { columnsOf, paintWeights } from "./weights.js";

let { words, language } = await headOf({
  async spoken(...said) {
    [words, language] = said;
    draw();
    await look();
    draw();
  },
});
let choice = readChoice(location.hash);
/** @type {Parts | null} */
let parts = null;
/** @type {Made | null} */
let made = null;
/** @type {Course} */
let course = fresh();
/** @type {{ name: string, content: string }[] | null} */
let files = null;
/** @type {Seen | null} */
let seen = null;
/** @type {string | null} */
let link = null;
let asked = 0;
let looked = 0;
/** What an earlier run still tells is nobody's business. */
let generation = 0;

const REST = 1_000; // between two looks at a model that learns
const runs = runner();
const curve = curveIn(byId("curve"));
const map = mapIn(/** @type {HTMLCanvasElement} */ (byId("map")));
const controls = controlsIn(byId("setup"), { change, files: take });
const transport = transportIn(byId("transport"), act);
const log = /** @type {HTMLInputElement} */ (byId("log"));

log.addEventListener("change", draw);
window.addEventListener("hashchange", () => {
  choice = readChoice(location.hash);
  make();
});
draw();
parts = await trying(() => get("train/parts", { language }));
await make();
set(document.documentElement, { "data-ready": "true" });

/** @param {Partial<Choice>} fields */
function change(fields) {
  const before = choice;
  choice = changed(choice, fields, parts);
  history.replaceState(null, "", writeChoice(choice));
  const another = JSON.stringify(modelOf(before)) !== JSON.stringify(modelOf(choice));
  if (before.model !== choice.model) course = fresh();
  if (another) make();
  else if (before.optimizer !== choice.optimizer || before.seed !== choice.seed) rewind();
  draw();
}

/** @param {File[]} given */
async function take(given) {
  files = await Promise.all(
    given.map(async (each) => ({ name: each.name, content: await base64Of(each) })),
  );
  if (choice.model === "2-2-2") choice = changed(choice, { model: "mlp" }, parts);
  course = fresh();
  await make();
}

/** The program that the words mean, with its examples and its first weights. */
async function make() {
  const mine = ++asked;
  const body = { ...modelOf(choice), ...(files ? { files } : {}) };
  const found = await trying(() => post("train/model", body, { language }));
  if (mine !== asked) return;
  if (!found) files = null;
  else {
    made = found;
    rewind();
    await look();
  }
  draw();
}

function rewind() {
  runs.pause();
  generation += 1;
  course = rewound(course);
  seen = null;
  link = null;
  tell("");
}

/** @param {string} name */
async function act(name) {
  if (name === "run" && runs.running) return runs.pause();
  if (name === "rewind") {
    rewind();
    await look();
    return draw();
  }
  if (name === "sample") await walk(1, { batch_size: 1 });
  if (name === "batch") await walk(1, {});
  if (name === "epoch") await walk(epoch(), {});
  if (name === "run") await walk(choice.steps, {});
}

/** Steps until every example was seen once. */
function epoch() {
  const rows = Object.values(made?.data ?? {})[0]?.length ?? 1;
  return Math.ceil(rows / Math.min(choice.batch ?? rows, rows));
}

/** @param {number} count @param {object} more */
async function walk(count, more) {
  if (!made) return;
  const { source, values, parameters, data } = made;
  const body = { source, values, parameters, data, ...walkOf(choice), ...more };
  const first = course.steps;
  const mine = generation;
  const walking = runs.run(body, course.state, count, language, {
    step(told) {
      if (mine !== generation) return;
      course = stepped(course, told);
      tell(
        words("train.going", {
          n: told.step,
          loss: show(told.loss),
          rate: show(told.steps_per_second),
        }),
      );
      showProgress((told.step - first) / count);
      drawCurve();
    },
    async done(done) {
      if (mine !== generation) return;
      course = finished(course, done);
      tell(
        done.diverged?.message ?? words("train.stands", { n: done.steps, loss: show(done.loss) }),
      );
      link = await explanation();
      if (Date.now() - looked > REST) await look();
      draw();
    },
    gone: () => tell(words("train.gone")),
    back: () => tell(words("train.back")),
  });
  draw();
  await trying(() => walking);
  await look();
  showProgress(0);
  draw();
}

/** How often the model is right, and its map. */
async function look() {
  const now = made;
  looked = Date.now();
  const found = now && (await trying(() => lookAt(now, parametersNow(), language)));
  if (!found || now !== made) return;
  seen = found;
  set(byId("survey"), { hidden: found.map === null });
  if (found.map) map.draw(found.map, dotsOf(now));
}

/** @param {Made} of */
function dotsOf({ data, reads, truth }) {
  const inputs = /** @type {number[][]} */ (data[reads ?? ""] ?? []);
  return { inputs, targets: data[truth ?? ""] ?? [] };
}

/** @returns {Record<string, Value>} */
function parametersNow() {
  return Object.fromEntries(
    Object.entries(course.updates).map(([name, { after }]) => [name, after]),
  );
}

/** A link to the workspace as it was before the last step: the gradients there are those of the step. */
async function explanation() {
  if (!made) return null;
  const fragment = await linkTo(documentBefore(made, course), {});
  return fragment === null ? null : `../${fragment}`;
}

function draw() {
  if (parts) {
    const file = files?.map(({ name }) => name).join(", ") ?? null;
    controls.draw({ choice, parts, words, language, file });
  }
  const batches = Object.keys(made?.data ?? {}).length > 0;
  const can = { running: runs.running, batches, begun: course.steps > 0, ready: made !== null };
  transport.draw(can, words);
  write(byId("program"), made?.source ?? "");
  const plain = choice.optimizer === "sgd" && choice.clip === null;
  drawUpdates(byId("updates"), {
    updates: course.updates,
    rate: plain ? choice.rate : null,
    words,
    facts: factsOf(course, made, seen, words),
    link,
    remark: choice.model === "2-2-2" ? words("train.mazur") : null,
  });
  drawSurveyWords();
  drawWeights();
  drawCurve();
}

/** Of a model that looks at pictures. */
function drawWeights() {
  const shape = made?.described?.shape ?? [];
  const columns = columnsOf({ ...made?.values, ...parametersNow() }, shape);
  set(byId("portraits"), { hidden: columns.length === 0 });
  if (columns.length)
    paintWeights(/** @type {HTMLCanvasElement} */ (byId("weights")), columns, shape);
}

function drawSurveyWords() {
  write(byId("survey-title"), words("train.map"));
  const right = scoresOf(seen, words)
    .map(([name, value]) => `${name} ${value}`)
    .join(", ");
  set(byId("map"), { "aria-label": `${words("train.map")}. ${right}` });
}

function drawCurve() {
  curve.draw({ runs: curvesOf(course), log: log.checked, words });
}

/** @param {number} share */
function showProgress(share) {
  set(byId("progress"), { value: Math.min(1, share) });
}

/** @param {string} text */
function tell(text) {
  write(byId("status"), text);
}

/** What the server refuses is said; without a server, that is said. @template T
 * @param {() => Promise<T>} work @returns {Promise<T | null>} */
async function trying(work) {
  try {
    return await work();
  } catch (error) {
    if (error instanceof Problem) tell(error.message);
    else if (error instanceof Gone) tell(words("train.gone"));
    else throw error;
    return null;
  }
}
