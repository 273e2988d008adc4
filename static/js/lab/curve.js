// The loss curve: this run, pinned ones in their colours, and ghosts; upright or by powers of ten.

/** @import { Value, Words } from "../types.js" */
/** @typedef {{ step: number[], loss: Value[] }} History */
/** The last run is the one that goes on; another with a colour is pinned, the others are ghosts.
 * @typedef {{ runs: (History & { colour?: string })[], log: boolean, words: Words }} Curve */

import { colour } from "../view/charts/colours.js";
import { axis, LOGARITHMIC, plotIn } from "../view/charts/plot.js";

const HEIGHT = 220;
const WHOLE = [
  1, 2, 5, 10, 20, 50, 100, 200, 500, 1e3, 2e3, 5e3, 1e4, 2e4, 5e4, 1e5, 2e5, 5e5, 1e6,
];

/** @param {HTMLElement} place */
export function curveIn(place) {
  return plotIn(place, pictureOf, HEIGHT);
}

/** @param {Curve} curve @returns {import("../view/charts/plot.js").Picture} */
function pictureOf(curve) {
  const { runs, log, words } = curve;
  const look = axis();
  const options = {
    scales: { x: { time: false }, y: { distr: log ? LOGARITHMIC : 1 } },
    axes: [
      { ...look, label: words("train.step"), size: 34, incrs: WHOLE },
      { ...look, label: words("train.loss"), size: 64, values: figures },
    ],
    series: [{}, ...runs.map((run, at) => strokeOf(run, at === runs.length - 1))],
  };
  return { options, columns: joined(curve) };
}

/** @param {Curve["runs"][number]} run @param {boolean} last */
function strokeOf({ step, colour: own }, last) {
  return {
    stroke: colour(last ? "--forward" : (own ?? "--line")),
    width: last ? 2.5 : own ? 2 : 1.5,
    spanGaps: true,
    points: { show: step.length === 1 },
  };
}

/** All runs over all steps: a run has no place where it was not looked at. @param {Curve} curve
 * @returns {[number[], ...(number | null)[][]]} */
function joined({ runs, log }) {
  const steps = [...new Set(runs.flatMap((run) => run.step))].sort((one, other) => one - other);
  const columns = runs.map((run) => {
    const known = new Map(run.step.map((step, at) => [step, run.loss[at]]));
    return steps.map((step) => drawable(known.get(step), log));
  });
  return [steps, ...columns];
}

/** @param {Value | undefined} loss @param {boolean} log */
function drawable(loss, log) {
  return typeof loss === "number" && (loss > 0 || !log) ? loss : null;
}

/** @param {unknown} _ @param {(number | null)[]} splits */
function figures(_, splits) {
  return splits.map((tick) => (tick === null ? "" : String(Number(tick.toPrecision(3)))));
}
