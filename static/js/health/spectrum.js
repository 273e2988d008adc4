// The spectrum: the gradient's size at every layer, on a logarithmic scale, with the band of health.

/** @import { Value, Words } from "../types.js" */
/** @typedef {{ index: number, sizes: Value[], colour: string, dash: number[], strong: boolean,
 *   faded: boolean }} Line */
/** @typedef {{ lines: Line[], layer: number | null, own: boolean,
 *   words: Words }} Shown */

import { colour } from "../view/charts/colours.js";
import { axis, DECADES, drawUpright, LOGARITHMIC, plotIn } from "../view/charts/plot.js";

const HEIGHT = 340;
const WHOLE = [1, 2, 5, 10, 20, 50, 100, 200, 500];
/** The band in which the diagnoses say nothing; drawn, not used to decide anything. */
const BAND = { low: 1e-3, high: 1e3 };

/** @param {HTMLElement} place
 * @param {(layer: number, index: number | null) => void} pick a layer was pointed at, on the line that is nearest */
export function spectrumIn(place, pick) {
  const plot = plotIn(place, pictureOf, HEIGHT);
  /** @type {Line[]} */
  let shown = [];
  place.addEventListener("click", (event) => {
    const drawn = plot.drawn();
    if (!drawn || !(event.target instanceof Node) || !drawn.over.contains(event.target)) return;
    const { left, top } = drawn.over.getBoundingClientRect();
    const layer = Math.max(0, Math.round(drawn.posToVal(event.clientX - left, "x")));
    const height = (/** @type {Line} */ { sizes }) =>
      Math.abs(drawn.valToPos(drawable(sizes[layer] ?? 0) ?? 0, "y") - (event.clientY - top));
    const near = shown.filter(({ sizes }) => drawable(sizes[layer] ?? 0) !== null);
    near.sort((one, other) => height(one) - height(other));
    pick(layer, near[0]?.index ?? null);
  });
  return {
    /** @param {Shown} next */
    draw(next) {
      shown = next.lines;
      plot.draw(next);
    },
  };
}

/** @param {Shown} shown @returns {import("../view/charts/plot.js").Picture} */
function pictureOf({ lines, layer, own, words }) {
  const columns = lines.map((line) => line.sizes.map(drawable));
  const longest = Math.max(1, ...columns.map((column) => column.length));
  const layers = Array.from({ length: longest }, (_, at) => at);
  const wide = () => /** @type {[number, number]} */ ([0, Math.max(1, longest - 1)]);
  const look = { ...axis(), labelSize: 20 };
  const options = {
    scales: { x: { time: false, range: wide }, y: { distr: LOGARITHMIC, range: rangeOf } },
    axes: [
      {
        ...look,
        label: words(own ? "health.axis.own" : "health.axis.layer"),
        size: 34,
        incrs: WHOLE,
      },
      { ...look, ...DECADES, label: words("health.axis.size"), size: 58 },
    ],
    series: [{}, ...lines.map(strokeOf)],
    hooks: {
      drawClear: [drawBand],
      draw: [(/** @type {any} */ plot) => layer !== null && drawUpright(plot, layer, "--ink")],
    },
  };
  return { options, columns: [layers, ...columns] };
}

/** @param {Line} line */
function strokeOf({ colour: name, dash, strong, faded, sizes }) {
  return {
    stroke: colour(name),
    dash,
    width: strong ? 3.5 : 2,
    alpha: faded ? 0.3 : 1,
    points: { show: sizes.length === 1, size: 8, fill: colour(name) },
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
