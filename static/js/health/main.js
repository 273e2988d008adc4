// The gradient-health lab: choose networks, see the spectrum, read what is the matter, try a remedy.

/** @import { Choice } from "./choices.js" */
/** @import { Row } from "./sweeping.js" */
import { afterRest } from "../effects/rest.js";
import { Gone, Problem } from "../effects/server.js";
import { keptVersions } from "../effects/storage.js";
import { readLink, writeLink } from "../model/link.js";
import { headOf } from "../head.js";
import { byId, set, write } from "../view/element.js";
import { readChoice, widened, writeChoice } from "./choices.js";
import { controlsIn } from "./controls.js";
import { drawFindings } from "./findings.js";
import { examine, linkBack } from "./program.js";
import { colourOf, labelOf, rowsIn } from "./rows.js";
import { spectrumIn } from "./spectrum.js";
import { sweeping } from "./sweeping.js";

const REST = 200; // a slider that is dragged asks once it rests
let { words, language } = await headOf({
  spoken(...said) {
    [words, language] = said;
    controls.draw(choice, known, words);
    ask();
  },
});
let choice = readChoice(location.hash);
/** @type {Record<string, string[]>} */
let known = {};
/** @type {Row[]} */
let rows = [];
/** @type {number | null} */
let picked = null;
/** @type {number | null} */
let pointed = null;

const sweep = sweeping();
const spectrum = spectrumIn(byId("chart"));
const controls = controlsIn(byId("setup"), change);
const table = rowsIn(byId("rows"), {
  pick(row) {
    picked = row.index;
    draw();
  },
  point(row) {
    pointed = row?.index ?? null;
    drawChart();
  },
});

window.addEventListener("hashchange", () => {
  choice = readChoice(location.hash);
  ask();
});
const askSoon = afterRest(REST, ask);
controls.draw(choice, known, words);
ask();

/** @param {Partial<Choice>} fields */
function change(fields) {
  choice = { ...choice, ...fields };
  history.replaceState(null, "", writeChoice(choice));
  controls.draw(choice, known, words);
  askSoon();
}

async function ask() {
  const linked = readLink(location.hash);
  set(document.body, { "data-program": linked !== null });
  showOther(linked !== null);
  try {
    if (linked) await examineProgram(linked);
    else await askSweep();
  } catch (error) {
    if (error instanceof Problem) tell(error.message);
    else if (error instanceof Gone) tell(words("health.gone"));
    else if (!(error instanceof DOMException && error.name === "AbortError")) throw error;
  }
  set(document.documentElement, { "data-ready": "true" });
}

/** The way to the other half of the lab: one's own program, or networks.
 * @param {boolean} onProgram */
function showOther(onProgram) {
  const [latest] = keptVersions();
  set(byId("other"), {
    href: onProgram || !latest ? "#networks" : writeLink(latest),
    hidden: !onProgram && !latest,
  });
  write(byId("other"), words(onProgram ? "health.networks" : "health.program"));
}

async function askSweep() {
  rows = [];
  tell("");
  await sweep.ask(choice, language, {
    row(/** @type {Row} */ row) {
      rows = [...rows, row].sort((one, other) => one.index - other.index);
      tell(rows.length < row.of ? words("health.progress", { n: rows.length, of: row.of }) : "");
      draw();
    },
    done({ choices }) {
      known = choices;
      draw();
    },
    problem: ({ detail }) => tell(detail),
  });
}

/** @param {NonNullable<ReturnType<typeof readLink>>} linked */
async function examineProgram({ document: program }) {
  const row = await examine(program, language);
  rows = [row];
  tell("");
  draw();
  drawFindings(
    byId("findings"),
    {
      title: words("health.program"),
      findings: row.diagnoses,
      attempt: null,
      link: () => linkBack(program, words),
    },
    words,
  );
}

function draw() {
  const row = rows.find((each) => each.index === picked) ?? rows.find(isSick) ?? rows[0];
  controls.draw(choice, known, words);
  table.draw(rows, row?.index ?? null, words);
  drawChart();
  if (row && row.setup.depth !== undefined)
    drawFindings(
      byId("findings"),
      {
        title: labelOf(row, rows, words),
        findings: row.diagnoses,
        attempt: (tried) => change(widened(choice, tried)),
        link: () => null,
      },
      words,
    );
}

function drawChart() {
  const lines = rows.map((row) => ({
    sizes: row.relative,
    colour: colourOf(row.index),
    strong: row.index === pointed,
    faded: pointed !== null && row.index !== pointed,
  }));
  spectrum.draw(lines, words);
}

/** @param {Row} row */
function isSick({ diagnoses }) {
  return diagnoses.some(({ code }) => code !== "healthy");
}

/** @param {string} text */
function tell(text) {
  write(byId("progress"), text);
}
