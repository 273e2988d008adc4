// The spectrum: the gradient's size at every layer, on a logarithmic scale, with the band of health.

/** @import { Value, Words } from "../types.js" */
/** @typedef {{ sizes: Value[], colour: string, strong: boolean, faded: boolean }} Line */

import { axis, colour, DECADES, plotIn } from "../view/plot.js";

const HEIGHT = 340;
const WHOLE = [1, 2, 5, 10, 20, 50, 100, 200, 500];
const LOGARITHMIC = 3; // uPlot's number for it
/** The band in which the diagnoses say nothing; drawn, not used to decide anything. */
const BAND = { low: 1e-3, high: 1e3 };

/** @param {HTMLElement} place */
export function spectrumIn(place) {
  const plot = plotIn(place, pictureOf, HEIGHT);
  return {
    /** @param {Line[]} lines @param {Words} words */
    draw(lines, words) {
      plot.draw({ lines, words });
    },
  };
}

/** @param {{ lines: Line[], words: Words }} shown @returns {import("../view/plot.js").Picture} */
function pictureOf({ lines, words }) {
  const columns = lines.map((line) => line.sizes.map(drawable));
  const longest = Math.max(1, ...columns.map((column) => column.length));
  const layers = Array.from({ length: longest }, (_, layer) => layer);
  const look = { ...axis(), labelSize: 20 };
  const options = {
    scales: { x: { time: false }, y: { distr: LOGARITHMIC, range: rangeOf } },
    axes: [
      { ...look, label: words("health.axis.layer"), size: 34, incrs: WHOLE },
      { ...look, ...DECADES, label: words("health.axis.size"), size: 58 },
    ],
    series: [{}, ...lines.map(strokeOf)],
    hooks: { drawClear: [drawBand] },
  };
  return { options, columns: [layers, ...columns] };
}

/** @param {Line} line */
function strokeOf({ colour: name, strong, faded }) {
  return {
    stroke: colour(name),
    width: strong ? 3.5 : 2,
    alpha: faded ? 0.3 : 1,
    points: { show: false },
  };
}

/** A logarithmic scale has no place for 0, nor for what is not finite. @param {Value} size */
function drawable(size) {
  return typeof size === "number" && size > 0 ? size : null;
}

/** The band of health is always in sight.
 * @param {unknown} _ @param {number} low @param {number} high @returns {[number, number]} */
function rangeOf(_, low, high) {
  return [Math.min(low ?? 1, BAND.low / 10), Math.max(high ?? 1, BAND.high * 10)];
}

/** @param {any} plot */
function drawBand({ ctx, bbox, valToPos }) {
  const [top, bottom] = [valToPos(BAND.high, "y", true), valToPos(BAND.low, "y", true)];
  ctx.save();
  ctx.fillStyle = colour("--forward-tint");
  ctx.fillRect(bbox.left, top, bbox.width, bottom - top);
  ctx.restore();
}
