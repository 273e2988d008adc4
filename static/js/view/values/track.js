// The output along one input: its curve, where it stands, and the tangent whose slope is the gradient.

/** @import { Track, Words } from "../../types.js" */
import { asNumber, show, showAnyway } from "../../model/numbers/numbers.js";
import { colour } from "../charts/colours.js";
import { axis, font, plotIn } from "../charts/plot.js";
import { html, set, write } from "../element.js";

const HEIGHT = 150;
const AIR = 0.08;

/** @param {string} name */
export function trackIn(name) {
  const place = html("div", { class: "plot", role: "img" });
  const says = html("p", { class: "quiet", role: "status" });
  const element = html("div", {}, place, says);
  const plot = plotIn(place, pictureOf, HEIGHT);
  return {
    element,
    /** @param {{ answer: Track | null, message: string }} found @param {string} output @param {Words} words */
    draw({ answer, message }, output, words) {
      set(place, { hidden: answer === null });
      if (answer === null) return write(says, message);
      const slope = show(answer.here?.gradient.x);
      const fields = { output, name, slope, value: show(answer.here?.value) };
      set(place, { "aria-label": words("track.label", fields) });
      write(says, words("track.slope", fields));
      plot.draw(answer);
    },
  };
}

/** @param {Track} track @returns {import("../charts/plot.js").Picture} */
function pictureOf(track) {
  const look = axis();
  const small = { ...look, font: font(11), ticks: { ...look.ticks, size: 4 }, gap: 3 };
  const line = { width: 2, points: { show: false } };
  const options = {
    padding: /** @type {[number, number, number, number]} */ ([6, 8, 0, 0]),
    scales: { x: { time: false }, y: { range: () => heightOf(track) } },
    axes: [
      { ...small, size: 24, space: 44 },
      { ...small, size: 44, space: 26, values: shown },
    ],
    series: [
      {},
      { ...line, stroke: colour("--forward") },
      { ...line, stroke: colour("--reverse"), dash: [6, 4], spanGaps: true },
    ],
    hooks: { draw: [(/** @type {any} */ plot) => drawHere(plot, track)] },
  };
  return { options, columns: seriesOf(track) };
}

/** The curve, and the tangent by its two ends. @param {Track} track
 * @returns {[number[], (number | null)[], (number | null)[]]} */
function seriesOf({ x, value, here }) {
  const ends = here?.tangent?.value.map(finite) ?? [];
  const line = x.map((_, i) => (i === 0 ? ends[0] : i === x.length - 1 ? ends[1] : null) ?? null);
  return [x, value.map(finite), line];
}

/** @param {import("../../types.js").Value} value */
function finite(value) {
  const number = asNumber(value);
  return Number.isFinite(number) ? number : null;
}

/** @param {unknown} _ @param {number[]} splits */
function shown(_, splits) {
  return splits.map((split) => showAnyway(split));
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
