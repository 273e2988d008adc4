// The loss curve: this run, and the ghosts of those before it; upright or by powers of ten.

/** @import { Value, Words } from "../types.js" */
/** @typedef {{ step: number[], loss: Value[] }} History */
/** @typedef {{ runs: History[], log: boolean, words: Words }} Curve */

const HEIGHT = 220;
const FONT = '12px system-ui, "Noto Sans SC", sans-serif';
const WHOLE = [
  1, 2, 5, 10, 20, 50, 100, 200, 500, 1e3, 2e3, 5e3, 1e4, 2e4, 5e4, 1e5, 2e5, 5e5, 1e6,
];

/** @param {HTMLElement} place */
export function curveIn(place) {
  /** @type {import("../../vendor/uplot.js").default | null} */
  let plot = null;
  /** @type {Curve | null} */
  let latest = null;
  let waiting = false;
  const again = () => latest && render(latest);
  new ResizeObserver(() => plot?.setSize({ width: place.clientWidth, height: HEIGHT })).observe(
    place,
  );
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", again);
  new MutationObserver(again).observe(document.documentElement, {
    attributeFilter: ["data-theme"],
  });

  /** @param {Curve} curve */
  async function render(curve) {
    const { default: UPlot } = await import("../../vendor/uplot.js");
    if (latest !== curve || place.clientWidth === 0) return;
    const next = new UPlot(optionsOf(curve, place.clientWidth), joined(curve), place);
    plot?.destroy();
    plot = next;
  }

  return {
    /** Drawn with the next frame, however often it is asked for. @param {Curve} curve */
    draw(curve) {
      latest = curve;
      if (waiting) return;
      waiting = true;
      requestAnimationFrame(() => {
        waiting = false;
        again();
      });
    },
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

/** @param {Curve} curve @param {number} width @returns {import("../../vendor/uplot.js").default.Options} */
function optionsOf({ runs, log, words }, width) {
  const [ink, faint] = [colour("--soft"), colour("--hair")];
  const axis = {
    stroke: ink,
    font: FONT,
    labelFont: FONT,
    labelSize: 18,
    grid: { stroke: faint, width: 1 },
    ticks: { stroke: faint, width: 1 },
  };
  return {
    width,
    height: HEIGHT,
    legend: { show: false },
    cursor: { show: false },
    scales: { x: { time: false }, y: { distr: log ? 3 : 1 } },
    axes: [
      { ...axis, label: words("train.step"), size: 34, incrs: WHOLE },
      { ...axis, label: words("train.loss"), size: 64, values: (_, splits) => splits.map(short) },
    ],
    series: [
      {},
      ...runs.map((_, at) => ({
        stroke: colour(at === runs.length - 1 ? "--forward" : "--line"),
        width: at === runs.length - 1 ? 2.5 : 1.5,
        spanGaps: true,
        points: { show: runs[at]?.step.length === 1 },
      })),
    ],
  };
}

/** @param {number | null} tick */
function short(tick) {
  return tick === null ? "" : String(Number(tick.toPrecision(3)));
}

/** @param {string} name of a custom property */
function colour(name) {
  return getComputedStyle(document.documentElement).getPropertyValue(name).trim();
}
