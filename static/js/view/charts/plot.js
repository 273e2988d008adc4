// What every chart of uPlot shares: fetched with the first picture, drawn again in the colours of
// another theme, as wide as its place; and the look of axes.

/** @typedef {import("../../../vendor/uplot.js").default} UPlot */
/** @typedef {import("../../../vendor/uplot.js").default.Options} Options */
/** @typedef {{ options: Omit<Options, "width" | "height">,
 *   columns: import("../../../vendor/uplot.js").default.AlignedData }} Picture */

import { dressed } from "../page/dressed.js";
import { colour, whenThemed } from "./colours.js";

export const LOGARITHMIC = 3; // uPlot's number for a scale
const MOST_DECADES = 7;

/** A place where something can be drawn again and again; `pictureOf` is asked anew each time.
 * Without a height the chart is as high as its place.
 * @template Shown
 * @param {HTMLElement} place @param {(shown: Shown) => Picture | Promise<Picture>} pictureOf
 * @param {number} [height] */
export function plotIn(place, pictureOf, height) {
  /** @type {UPlot | null} */
  let plot = null;
  /** @type {Shown | null} */
  let latest = null;
  let waiting = false;
  const size = () => ({ width: place.clientWidth, height: height ?? place.clientHeight });
  new ResizeObserver(() => {
    if (plot && place.clientWidth > 0) plot.setSize(size());
    else render();
  }).observe(place);
  whenThemed(place, render);

  async function render() {
    const shown = latest;
    if (shown === null) return;
    if (place.clientWidth === 0) return forget(); // out of sight: its colours may not last
    const { default: UPlot } = await dressed(
      import("../../../vendor/uplot.js"),
      "vendor/uplot.min",
    );
    const { options, columns } = await pictureOf(shown);
    if (latest !== shown || place.clientWidth === 0) return;
    const older = plot;
    plot = new UPlot({ ...QUIET, ...options, ...size() }, columns, place);
    older?.destroy(); // only now: the place is never empty
  }

  function forget() {
    plot?.destroy();
    plot = null;
  }

  return {
    /** Drawn with the next frame, however often it is asked for. @param {Shown} shown */
    draw(shown) {
      latest = shown;
      if (waiting) return;
      waiting = true;
      requestAnimationFrame(() => {
        waiting = false;
        render();
      });
    },
    /** What stands in the place, if anything does. */
    drawn: () => plot,
  };
}

const QUIET = { legend: { show: false }, cursor: { show: false } };

/** How an axis looks in the colours of now. */
export function axis() {
  const faint = { stroke: colour("--hair"), width: 1 };
  const written = font(12);
  return {
    stroke: colour("--soft"),
    font: written,
    labelFont: written,
    labelSize: 18,
    grid: faint,
    ticks: faint,
  };
}

/** @param {number} pixels */
export function font(pixels) {
  return `${pixels}px system-ui, "Noto Sans SC", "Noto Sans CJK SC", sans-serif`;
}

/** What makes an axis show powers of ten and nothing between; of many, every second or third. */
export const DECADES = {
  splits: decades,
  values: powers,
  filter: (/** @type {unknown} */ _, /** @type {number[]} */ splits) => splits,
};

/** @param {unknown} _ @param {number} _axis @param {number} least @param {number} most */
function decades(_, _axis, least, most) {
  const first = Math.ceil(Math.log10(least) - 1e-9);
  const last = Math.floor(Math.log10(most) + 1e-9);
  const by = Math.ceil((last - first + 1) / MOST_DECADES);
  const start = Math.ceil(first / by) * by;
  const count = Math.max(0, Math.floor((last - start) / by) + 1);
  return Array.from({ length: count }, (__, i) => 10 ** (start + i * by));
}

/** @param {unknown} _ @param {number[]} splits */
function powers(_, splits) {
  return splits.map((split) => {
    const power = Math.round(Math.log10(split));
    return power >= 0 && power <= 3 ? String(split) : `1e${power}`;
  });
}

/** Where something stands on the first axis, from below to above.
 * @param {any} plot @param {number} at @param {string} name of its colour */
export function drawUpright({ ctx, bbox, valToPos }, at, name) {
  const x = Math.round(valToPos(at, "x", true));
  ctx.save();
  ctx.strokeStyle = colour(name);
  ctx.lineWidth = 1.5 * devicePixelRatio;
  ctx.setLineDash([4 * devicePixelRatio, 3 * devicePixelRatio]);
  ctx.beginPath();
  ctx.moveTo(x, bbox.top);
  ctx.lineTo(x, bbox.top + bbox.height);
  ctx.stroke();
  ctx.restore();
}
