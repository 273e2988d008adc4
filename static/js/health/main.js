// The gradient-health lab: choose networks, see the spectrum, read what is the matter, try a remedy.

/** @import { Document } from "../types.js" */
/** @import { Choice } from "./choices.js" */
/** @import { Finding, Row } from "./sweeping.js" */
import { keptVersions } from "../effects/keeping/storage.js";
import { linkTo } from "../effects/links/linking.js";
import { reasonOf } from "../effects/server/reason.js";
import { headOf } from "../head.js";
import { afterRest } from "../rest.js";
import { byId, set, write } from "../view/element.js";
import { readChoice, sweepOf, widened, writeChoice } from "./choices.js";
import { controlsIn } from "./controls.js";
import { drawFindings } from "./findings.js";
import { keepFile } from "./keeping.js";
import { lookingIn } from "./looking.js";
import { addressOf, networkOf, openOrSave } from "./opening.js";
import { asked, examine, programIn } from "./program.js";
import { labelOf, lookOf, rowsIn } from "./rows.js";
import { spectrumIn } from "./spectrum.js";
import { drawStarts } from "./starts.js";
import { sweeping } from "./sweeping.js";

const REST = 200; // a slider that is dragged asks once it rests
let { words, language } = await headOf({
  spoken(...said) {
    [words, language] = said;
    ask();
  },
});
let choice = readChoice(location.hash);
/** A program of one's own; null while networks are looked at. @type {Document | null} */
let own = null;
/** @type {Record<string, string[]>} */
let known = {};
/** @type {Row[]} */
let rows = [];
/** @type {number | null} */
let picked = null;
/** @type {number | null} */
let pointed = null;
/** The own program in the workspace. */
let back = "#";
/** Have all networks that were asked for come? */
let whole = true;
/** How often was asked: what an older question still says is not heard. */
let turns = 0;

const sweep = sweeping();
const spectrum = spectrumIn(byId("chart"), (at, index) => {
  picked = index ?? picked;
  chooseLayer(at);
});
const looking = lookingIn(byId("closeup"), chooseLayer);
const controls = controlsIn(byId("setup"), change);
const table = rowsIn(byId("rows"), {
  pick(row) {
    picked = row.index;
    draw();
    lookSoon();
  },
  point(row) {
    pointed = row?.index ?? null;
    drawChart();
  },
});

const askSoon = afterRest(REST, ask);
const lookSoon = afterRest(REST / 2, () => trying(look));
window.addEventListener("hashchange", ask);
byId("stop").addEventListener("click", stop);
for (const kind of /** @type {const} */ (["csv", "json"]))
  byId(kind).addEventListener("click", () => trying(() => keepFile(kind, question(), language)));
ask();

/** @param {Partial<Choice>} fields */
function change(fields) {
  choice = { ...choice, ...fields };
  history.replaceState(null, "", writeChoice(choice));
  controls.draw(choice, known, words);
  askSoon();
}

async function ask() {
  turns += 1;
  const turn = turns;
  choice = readChoice(location.hash);
  const { program, damaged } = await programIn(location.hash, { language, words });
  own = program;
  set(document.body, { "data-program": own !== null });
  drawStarts(byId("starts"), words);
  controls.draw(choice, known, words);
  await showOther();
  await trying(own ? () => examineProgram(/** @type {Document} */ (own)) : askSweep);
  if (turn !== turns) return;
  running(false);
  if (rows.length === 0) draw();
  if (damaged) tell(words("link.damaged"));
  set(document.documentElement, { "data-ready": "true" });
}

/** What goes wrong is said, and the page goes on. @param {() => Promise<unknown>} act */
async function trying(act) {
  try {
    await act();
  } catch (error) {
    if (error instanceof DOMException && error.name === "AbortError") return;
    tell(reasonOf(error, words, "health.gone"));
  }
}

/** The way to the other half of the lab: one's own program, or networks. */
async function showOther() {
  const [latest] = keptVersions();
  const fragment = own || !latest ? "#networks" : await linkTo(latest, {});
  set(byId("other"), { href: fragment, hidden: fragment === null || (!own && !latest) });
  write(byId("other"), words(own ? "health.networks" : "health.program"));
}

async function askSweep() {
  rows = [];
  tell("");
  running(true);
  const start = performance.now();
  whole = false;
  const heard = await sweep.ask(choice, language, {
    row(/** @type {Row} */ row) {
      rows = [...rows, row].sort((one, other) => one.index - other.index);
      tell(words("health.progress", { n: rows.length, of: row.of }));
      draw();
    },
    done({ choices, kept }) {
      known = choices;
      whole = true;
      const t = ((performance.now() - start) / 1000).toFixed(1);
      tell(words(kept > 0 ? "health.kept" : "health.done", { n: rows.length, t, kept }));
      draw();
    },
    problem: ({ detail }) => tell(detail),
  });
  if (heard) await look();
}

function stop() {
  sweep.stop();
  running(false);
  tell(words("health.stopped", { n: rows.length, of: rows[0]?.of ?? 0 }));
}

/** @param {Document} program */
async function examineProgram(program) {
  sweep.stop();
  whole = true;
  rows = [];
  back = (await addressOf(program, null)) ?? `../${location.hash}`;
  rows = [await examine(program, language)];
  const step = rows[0]?.diagnoses.find((found) => found.step !== null)?.step ?? null;
  back = (await addressOf(program, step)) ?? back;
  tell("");
  draw();
  await look();
}

/** The whole of what is on screen, as it is asked. */
function question() {
  return own ? asked(own) : { sweep: sweepOf(choice) };
}

/** @param {number} at */
function chooseLayer(at) {
  looking.at(at);
  draw();
  lookSoon();
}

async function look() {
  const subject = shown();
  if (subject) await looking.ask(subject, language);
  draw();
}

/** What is looked at: a network, or the program of one's own. */
function shown() {
  const row = shownRow();
  return row ? { row, own } : null;
}

function shownRow() {
  return rows.find((each) => each.index === picked) ?? rows.find(isSick) ?? rows[0];
}

function draw() {
  const row = shownRow();
  const label = row ? labelOf(row, rows, words) : words(own ? "health.program" : "health.findings");
  controls.draw(choice, known, words);
  table.draw(rows, row?.index ?? null, words);
  drawChart();
  looking.draw(shown(), label, words);
  const findings = {
    title: label,
    findings: row?.diagnoses ?? [],
    attempt: own
      ? null
      : (/** @type {Record<string, any>} */ tried) => change(widened(choice, tried)),
    address: own ? back : null,
    open: (/** @type {Finding} */ found) => trying(() => openNetwork(row?.setup ?? {}, found)),
  };
  drawFindings(byId("findings"), findings, words);
}

/** @param {Record<string, any>} setup @param {Finding} found */
async function openNetwork(setup, found) {
  const fits = await openOrSave(await networkOf(setup, language), found.step);
  if (!fits) tell(words("health.saved"));
}

function drawChart() {
  const subject = shown();
  const lines = rows.map((each) => ({
    ...lookOf(each.index),
    index: each.index,
    sizes: each.relative,
    strong: each.index === pointed,
    faded: pointed !== null && each.index !== pointed,
  }));
  spectrum.draw({
    lines,
    layer: subject ? looking.layerOf(subject) : null,
    own: own !== null,
    words,
  });
}

/** @param {Row} row */
function isSick({ diagnoses }) {
  return diagnoses.some(({ code }) => code !== "healthy");
}

/** Only a whole answer is kept. @param {boolean} on */
function running(on) {
  set(byId("stop"), { hidden: !on });
  for (const kind of ["csv", "json"])
    set(byId(kind), { disabled: on || !whole || rows.length === 0 });
}

/** @param {string} text */
function tell(text) {
  write(byId("progress"), text);
}
