// The picture of a field, drawn by uPlot on linear axes in the colours of the page: a curve with its
// tangent for one input; lines of equal height, arrows and the way down for two.

/** @import { Field } from "../../types.js" */
/** @import { Axis } from "../../model/field.js" */
import { drawn, extent, flat } from "../../model/field.js";
import { colour } from "../charts/colours.js";
import { axis, plotIn } from "../charts/plot.js";
import { drawField } from "./lines.js";

const MARGIN = 0.06;

/** @param {HTMLElement} place @param {(axis: Axis, to: number) => void} pick a place was pointed at */
export function fieldChartIn(place, pick) {
  const plot = plotIn(place, pictureOf);
  /** @type {Field | null} */
  let shown = null;
  place.addEventListener("click", (event) => {
    const drawn = plot.drawn();
    if (!drawn || !shown || !(event.target instanceof Node) || !drawn.over.contains(event.target))
      return;
    const { left, top } = drawn.over.getBoundingClientRect();
    const { x, y } = shown.axes;
    pick(x, drawn.posToVal(event.clientX - left, "x"));
    if (y) pick(y, drawn.posToVal(event.clientY - top, "y"));
  });
  return {
    /** @param {Field} answer @param {string} output */
    draw(answer, output) {
      shown = answer;
      plot.draw({ answer, output });
    },
  };
}

/** @param {{ answer: Field, output: string }} shown @returns {Promise<import("../charts/plot.js").Picture>} */
async function pictureOf({ answer, output }) {
  const { contours } = await import("../../../vendor/contour.js"); // with the first picture
  const draw = (/** @type {any} */ plot) => drawField(plot, answer, contours, colour);
  return {
    options: { ...optionsOf(answer, output), hooks: { draw: [draw] } },
    columns: dataOf(answer),
  };
}

/** @param {Field} answer @returns {[number[], (number | null)[]]} */
function dataOf({ x, value, axes }) {
  return [x, axes.y ? x.map(() => null) : value.map(drawn)];
}

/** @param {Field} answer @param {string} output */
function optionsOf({ value, axes }, output) {
  const heights = extent(flat(value)) ?? { min: 0, max: 1 };
  const up = axes.y?.range ?? roomy(heights);
  const look = axis();
  return {
    scales: { x: { time: false, range: pair(axes.x.range) }, y: { range: pair(up) } },
    axes: [
      { ...look, label: axes.x.name, size: 32 },
      { ...look, label: axes.y?.name ?? output, size: 52 },
    ],
    series: [{}, { label: output, stroke: colour("--forward"), width: 2, points: { show: false } }],
  };
}

/** @param {{ min: number, max: number }} range @returns {() => [number, number]} */
function pair({ min, max }) {
  return () => [min, max];
}

/** A little room above and below, so that a curve does not touch its frame.
 * @param {{ min: number, max: number }} heights */
function roomy({ min, max }) {
  const room = (max - min || Math.abs(max) || 1) * MARGIN;
  return { min: min - room, max: max + room };
}
