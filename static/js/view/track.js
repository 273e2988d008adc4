// The output along one input: its curve, where it stands, and the tangent whose slope is the gradient.

/** @import { Track, Words } from "../types.js" */
import { asNumber, show } from "../model/numbers.js";
import { html, set, write } from "./element.js";

const HEIGHT = 150;
const FONT = '11px system-ui, "Noto Sans SC", sans-serif';
const AIR = 0.08;

/** @param {string} name */
export function trackIn(name) {
  const place = html("div", { class: "plot", role: "img" });
  const says = html("p", { class: "quiet", role: "status" });
  const element = html("div", { class: "tracking" }, place, says);
  /** @type {import("../../vendor/uplot.js").default | null} */
  let plot = null;
  /** @type {Track | null} */
  let latest = null;
  const again = () => latest && render(latest);
  new ResizeObserver(again).observe(place);
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", again);
  new MutationObserver(again).observe(document.documentElement, {
    attributeFilter: ["data-theme"],
  });

  /** @param {Track} track */
  async function render(track) {
    const { default: UPlot } = await import("../../vendor/uplot.js");
    if (latest !== track || place.clientWidth === 0) return;
    plot?.destroy();
    place.replaceChildren();
    plot = new UPlot(optionsOf(track, place.clientWidth), seriesOf(track), place);
  }

  return {
    element,
    /** @param {{ answer: Track | null, message: string }} found @param {string} output @param {Words} words */
    draw({ answer, message }, output, words) {
      latest = answer;
      set(place, { hidden: answer === null });
      if (answer === null) return write(says, message);
      const slope = show(answer.here?.gradient.x);
      const fields = { output, name, slope, value: show(answer.here?.value) };
      set(place, { "aria-label": words("track.label", fields) });
      write(says, words("track.slope", fields));
      render(answer);
    },
  };
}

/** The curve, and the tangent by its two ends. @param {Track} track
 * @returns {[number[], (number | null)[], (number | null)[]]} */
function seriesOf({ x, value, here }) {
  const ends = here?.tangent?.value.map(finite) ?? [];
  const line = x.map((_, i) => (i === 0 ? ends[0] : i === x.length - 1 ? ends[1] : null) ?? null);
  return [x, value.map(finite), line];
}

/** @param {import("../types.js").Value} value */
function finite(value) {
  const number = asNumber(value);
  return Number.isFinite(number) ? number : null;
}

/** @param {Track} track @param {number} width */
function optionsOf(track, width) {
  const [ink, faint] = [colour("--soft"), colour("--hair")];
  const axis = {
    stroke: ink,
    font: FONT,
    grid: { stroke: faint, width: 1 },
    ticks: { stroke: faint, width: 1, size: 4 },
    gap: 3,
  };
  return {
    width,
    height: HEIGHT,
    padding: /** @type {[number, number, number, number]} */ ([6, 8, 0, 0]),
    legend: { show: false },
    cursor: { show: false },
    scales: { x: { time: false }, y: { range: () => heightOf(track) } },
    axes: [
      { ...axis, size: 24, space: 44 },
      { ...axis, size: 44, space: 26, values: shown },
    ],
    series: [
      {},
      { stroke: colour("--forward"), width: 2, points: { show: false } },
      {
        stroke: colour("--reverse"),
        width: 2,
        dash: [6, 4],
        spanGaps: true,
        points: { show: false },
      },
    ],
    hooks: { draw: [(/** @type {any} */ plot) => drawHere(plot, track)] },
  };
}

/** @param {unknown} _ @param {number[]} splits */
function shown(_, splits) {
  return splits.map((split) => show(split));
}

/** As high as the curve: a steep tangent leaves the picture rather than flattening it.
 * @param {Track} track @returns {[number, number]} */
function heightOf({ value }) {
  const all = value.map(finite).filter((each) => each !== null);
  const [low, high] = [Math.min(...all), Math.max(...all)];
  if (all.length === 0) return [-1, 1];
  const air = (high - low) * AIR || 1;
  return [low - air, high + air];
}

/** @param {any} plot @param {Track} track */
function drawHere({ ctx, valToPos }, { here }) {
  const value = finite(here?.value ?? "NaN");
  if (!here || value === null) return;
  ctx.beginPath();
  ctx.arc(valToPos(here.x, "x", true), valToPos(value, "y", true), 4.5 * devicePixelRatio, 0, 7);
  ctx.fillStyle = colour("--reverse");
  ctx.fill();
}

/** @param {string} name of a custom property */
function colour(name) {
  return getComputedStyle(document.documentElement).getPropertyValue(name).trim();
}
