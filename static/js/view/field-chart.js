// The picture of a field, drawn by uPlot on linear axes in the colours of the page: a curve with its
// tangent for one input; lines of equal height, arrows and the way down for two.

/** @import { Field } from "../types.js" */
/** @import { Axis } from "../model/field.js" */
import { drawn, extent, flat } from "../model/field.js";
import { drawField } from "./field-lines.js";

const FONT = '12px system-ui, "Noto Sans SC", sans-serif';
const MARGIN = 0.06;

/** @param {HTMLElement} place @param {(axis: Axis, to: number) => void} pick a place was pointed at */
export function fieldChartIn(place, pick) {
  /** @type {import("../../vendor/uplot.js").default | null} */
  let plot = null;
  /** @type {{ answer: Field, output: string } | null} */
  let latest = null;
  const again = () => latest && render(latest);
  new ResizeObserver(() => {
    if (plot && place.clientWidth > 0) plot.setSize(sizeOf(place));
    else again();
  }).observe(place);
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", again);
  new MutationObserver(again).observe(document.documentElement, {
    attributeFilter: ["data-theme"],
  });
  place.addEventListener("click", (event) => {
    if (!plot || !latest || !(event.target instanceof Node) || !plot.over.contains(event.target))
      return;
    const { left, top } = plot.over.getBoundingClientRect();
    const { x, y } = latest.answer.axes;
    pick(x, plot.posToVal(event.clientX - left, "x"));
    if (y) pick(y, plot.posToVal(event.clientY - top, "y"));
  });

  /** Both libraries are fetched when the first picture is drawn.
   * @param {{ answer: Field, output: string }} shown */
  async function render(shown) {
    const { answer, output } = shown;
    const [{ default: UPlot }, { contours }] = await Promise.all([
      import("../../vendor/uplot.js"),
      import("../../vendor/contour.js"),
    ]);
    if (latest !== shown || place.clientWidth === 0) return;
    plot?.destroy();
    place.replaceChildren();
    const draw = (/** @type {any} */ self) => drawField(self, answer, contours, colour);
    plot = new UPlot(
      { ...optionsOf(answer, output), ...sizeOf(place), hooks: { draw: [draw] } },
      dataOf(answer),
      place,
    );
  }

  return {
    /** @param {Field} answer @param {string} output */
    draw(answer, output) {
      latest = { answer, output };
      render(latest);
    },
  };
}

/** @param {HTMLElement} place */
function sizeOf(place) {
  return { width: place.clientWidth, height: place.clientHeight };
}

/** @param {Field} answer @returns {[number[], (number | null)[]]} */
function dataOf({ x, value, axes }) {
  return [x, axes.y ? x.map(() => null) : value.map(drawn)];
}

/** @param {Field} answer @param {string} output */
function optionsOf({ value, axes }, output) {
  const axis = {
    stroke: colour("--soft"),
    font: FONT,
    labelFont: FONT,
    labelSize: 18,
    grid: { stroke: colour("--hair"), width: 1 },
    ticks: { stroke: colour("--hair"), width: 1 },
  };
  const heights = extent(flat(value)) ?? { min: 0, max: 1 };
  const up = axes.y?.range ?? roomy(heights);
  return {
    legend: { show: false },
    cursor: { show: false },
    scales: { x: { time: false, range: pair(axes.x.range) }, y: { range: pair(up) } },
    axes: [
      { ...axis, label: axes.x.name, size: 32 },
      { ...axis, label: axes.y?.name ?? output, size: 52 },
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

/** @param {string} name of a custom property */
function colour(name) {
  return getComputedStyle(document.documentElement).getPropertyValue(name).trim();
}
