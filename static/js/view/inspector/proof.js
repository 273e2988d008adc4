// The badge of trust: four independent ways to the same gradient, whether they agree, and how far off
// a nudge is, by its size.

/** @import { Proof, Words } from "../../types.js" */
/** @import { Reading } from "./inspector.js" */
import { errorsOf } from "../../model/numbers/errors.js";
import { show, unlessHidden } from "../../model/numbers/numbers.js";
import { checkKey } from "../../model/steps/subject.js";
import { chartIn } from "../charts/chart.js";
import { html } from "../element.js";
import { icon } from "../icons.js";

const WAYS = /** @type {const} */ (["reverse", "forward", "difference", "symbolic"]);
const HEIGHT = 150;
/** The inspector is made anew at each step; what was opened stays open. */
let open = false;

/** @type {Reading} */
export function proofBadge({ state, subject }) {
  if (subject.edge || subject.node.kind !== "input") return null;
  const { check, words } = state;
  if (check?.key !== checkKey(state)) return null;
  const proof = check.answer?.inputs[subject.node.name];
  if (!proof) return check.message ? html("p", { class: "block quiet" }, check.message) : null;
  const ways = WAYS.filter((way) => proof[way] !== null && proof[way] !== undefined);
  const plot = html("div", { class: "chart", role: "img", "aria-label": words("proof.plot") });
  const details = html(
    "details",
    { class: "block proof", open },
    headOf(proof, ways, words),
    table(proof, ways, words),
    plot,
    html("p", { class: "quiet" }, words(proof.sides ? "proof.cornerPlot" : "proof.plotSays")),
  );
  const draw = plotter(plot, proof, words);
  details.addEventListener("toggle", () => {
    open = details.open;
    if (open) draw();
  });
  if (open) queueMicrotask(draw);
  return details;
}

/** @param {Proof} proof @param {(typeof WAYS)[number][]} ways @param {Words} words */
function headOf(proof, ways, words) {
  const key = proof.agree ? "proof.agree" : "proof.disagree";
  const names = ways.map((way) => words(`proof.${way}`)).join(words("proof.comma"));
  const told = proof.note ? [proof.note, proof.sides && using(proof, words)] : [];
  return html(
    "summary",
    { "data-key": "proof", class: toneOf(proof) },
    proof.agree && !proof.sides && icon("check"),
    words(proof.sides ? "proof.corner" : key, { n: ways.length }),
    html("span", {}, names),
    told.length > 0 && html("span", { class: "note" }, told.filter(Boolean).join(" ")),
  );
}

/** @param {Proof} proof */
function toneOf({ agree, sides }) {
  if (sides) return "corner";
  return agree ? "agree" : "disagree";
}

/** At a corner one slope is used, by convention. @param {Proof} proof @param {Words} words */
function using({ reverse }, words) {
  return words("proof.using", { slope: show(reverse) });
}

/** @param {Proof} proof @param {(typeof WAYS)[number][]} ways @param {Words} words */
function table(proof, ways, words) {
  const rows = ways.map((way) => row(words(`proof.${way}`), full(proof[way])));
  const step = proof.step ? row(words("proof.step"), show(proof.step)) : null;
  const error = row(words("proof.error"), show(proof.relative_error));
  return html("table", {}, html("tbody", {}, ...rows, step, error));
}

/** @param {string} name @param {string} value */
function row(name, value) {
  return html("tr", {}, html("th", { scope: "row" }, name), html("td", {}, value));
}

/** Error against the size of the nudge: on the right the curve's bend, on the left lost digits.
 * @param {HTMLElement} place @param {Proof} proof @param {Words} words */
function plotter(place, proof, words) {
  return () => {
    const { x, errors } = errorsOf(proof.steps ?? []);
    if (x.length === 0) return;
    chartIn(place, HEIGHT).draw({
      x,
      series: [{ label: words("proof.error"), colour: "--reverse", values: errors, dots: true }],
      marks: proof.step ? [{ at: proof.step, colour: "--good" }] : [],
      xLabel: words("proof.nudge"),
      yLabel: words("proof.off"),
    });
  };
}

/** More digits than elsewhere: the point is how far they agree. @param {Proof["reverse"]} value */
function full(value) {
  return typeof value === "number"
    ? unlessHidden(String(Number(value.toPrecision(12))))
    : show(value);
}
