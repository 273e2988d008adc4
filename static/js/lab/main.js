// The training lab: a model in a few words, a walk downhill, and what each step did.

/** @import { Choice, Parts } from "./choices.js" */
/** @import { Pin } from "./pins.js" */
import { base64Of } from "../effects/files/bytes.js";
import { get } from "../effects/server/server.js";
import { headOf } from "../head.js";
import { byId, set, write } from "../view/element.js";
import { changed, modelOf, readChoice, writeChoice } from "./choices.js";
import { curveOf } from "./course.js";
import { pinned, unpinned } from "./pins.js";
import { screenIn } from "./screen.js";
import { epochOf, sessionOf } from "./session.js";

let { words, language } = await headOf({
  async spoken(...said) {
    [words, language] = said;
    draw();
    await session.look();
    draw();
  },
});
let choice = readChoice(location.hash);
/** @type {Parts | null} */
let parts = null;
/** @type {Pin[]} */
let pins = [];

const session = sessionOf({
  changed: draw,
  moved: () => screen.move(shown()),
  tell: (text) => write(byId("status"), text),
  share: (share) => set(byId("progress"), { value: Math.min(1, share) }),
  spoken: () => ({ words, language }),
});
const screen = screenIn({ change, files: take, act, take: takeUp, remove, save: session.save });

window.addEventListener("hashchange", () => {
  choice = readChoice(location.hash);
  session.make(choice, session.stand.files);
});
draw();
parts = await session.trying(() => get("train/parts", { language }));
await session.make(choice, null);
draw();
set(document.documentElement, { "data-ready": "true" });

function shown() {
  return { stand: session.stand, choice, parts, pins, words, language };
}

function draw() {
  screen.draw(shown());
}

/** @param {Partial<Choice>} fields */
function change(fields) {
  const before = choice;
  choose(changed(choice, fields, parts));
  const another = JSON.stringify(modelOf(before)) !== JSON.stringify(modelOf(choice));
  if (another) session.make(choice, session.stand.files, before.model !== choice.model);
  else if (before.optimizer !== choice.optimizer || before.seed !== choice.seed) session.rewind();
  draw();
}

/** @param {Choice} next */
function choose(next) {
  choice = next;
  history.replaceState(null, "", writeChoice(choice));
}

/** A person's own files, or none any more: they count once the server could read them.
 * @param {File[]} given */
async function take(given) {
  const read = given.map(async (each) => ({ name: each.name, content: await base64Of(each) }));
  const fits = choice.model === "2-2-2" ? changed(choice, { model: "mlp" }, parts) : choice;
  const files = read.length ? await Promise.all(read) : null;
  if (await session.make(fits, files, true)) choose(fits);
  draw();
}

/** @param {string} name */
async function act(name) {
  const { made, running } = session.stand;
  if (name === "run" && running) return session.pause();
  if (name === "pin") pin();
  if (name === "rewind") {
    session.rewind();
    await session.look();
  }
  draw();
  if (name === "sample") await session.walk(choice, 1, { batch_size: 1 });
  if (name === "batch") await session.walk(choice, 1);
  if (name === "epoch") await session.walk(choice, epochOf(made, choice.batch));
  if (name === "run") await session.walk(choice, choice.steps);
}

/** The run as it stands is kept beside those to come. */
function pin() {
  const { course, seen, files } = session.stand;
  const file = files?.map(({ name }) => name).join(", ") ?? null;
  const { right = null, held = null } = seen ?? {};
  const { steps, loss } = course;
  pins = pinned(pins, { choice, file, history: curveOf(course), steps, loss, right, held });
}

/** The settings of a pinned run, to run them again. @param {Pin} pin */
async function takeUp(pin) {
  choose(pin.choice);
  await session.make(choice, pin.file === null ? null : session.stand.files);
  draw();
}

/** @param {Pin} pin */
function remove({ letter }) {
  pins = unpinned(pins, letter);
  draw();
}
