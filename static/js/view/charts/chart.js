// A small chart on logarithmic axes, drawn by uPlot in the colours of the page, at any width.

/** @typedef {{ label: string, colour: string, values: (number | null)[], dots?: boolean }} Series */
/** @typedef {{ at: number, colour: string }} Mark */
/** @typedef {{ x: number[], series: Series[], marks: Mark[], xLabel: string, yLabel: string }} Chart */

import { colour } from "./colours.js";
import { axis, DECADES, drawUpright, LOGARITHMIC, plotIn } from "./plot.js";

const HEIGHT = 190;

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
function drawMarks(plot, marks) {
  for (const { at, colour: name } of marks) drawUpright(plot, at, name);
}
