// A small chart on logarithmic axes, drawn by uPlot in the colours of the page, at any width.

/** @typedef {{ label: string, colour: string, values: (number | null)[], dots?: boolean }} Series */
/** @typedef {{ at: number, colour: string, dashed?: boolean }} Mark */
/** @typedef {{ x: number[], series: Series[], marks: Mark[], xLabel: string, yLabel: string }} Chart */

import { axis, colour, DECADES, plotIn } from "./plot.js";

const HEIGHT = 190;
const LOGARITHMIC = 3; // uPlot's number for it

/** @param {HTMLElement} place @param {number} [height] */
export function chartIn(place, height = HEIGHT) {
  return plotIn(place, pictureOf, height);
}

/** @param {Chart} chart @returns {import("./plot.js").Picture} */
function pictureOf({ x, series, marks, xLabel, yLabel }) {
  const logarithmic = { ...axis(), ...DECADES };
  const options = {
    scales: { x: { time: false, distr: LOGARITHMIC }, y: { distr: LOGARITHMIC } },
    axes: [
      { ...logarithmic, label: xLabel, size: 34 },
      { ...logarithmic, label: yLabel, size: 58 },
    ],
    series: [{}, ...series.map(lineOf)],
    hooks: { draw: [(/** @type {any} */ plot) => drawMarks(plot, marks)] },
  };
  return { options, columns: [x, ...series.map((each) => each.values)] };
}

/** @param {Series} series */
function lineOf({ label, colour: name, dots }) {
  return {
    label,
    stroke: colour(name),
    width: 2,
    points: { show: dots === true, size: 6, fill: colour(name) },
  };
}

/** @param {any} plot @param {Mark[]} marks */
function drawMarks({ ctx, bbox, valToPos }, marks) {
  ctx.save();
  for (const { at, colour: name, dashed } of marks) {
    const x = valToPos(at, "x", true);
    ctx.strokeStyle = colour(name);
    ctx.lineWidth = 1.5 * devicePixelRatio;
    ctx.setLineDash(dashed ? [5, 4] : []);
    ctx.beginPath();
    ctx.moveTo(x, bbox.top);
    ctx.lineTo(x, bbox.top + bbox.height);
    ctx.stroke();
  }
  ctx.restore();
}
