// The spectrum: the gradient's size at every layer, on a logarithmic scale, with the band of health.

/** @import { Value, Words } from "../types.js" */
/** @typedef {{ sizes: Value[], colour: string, strong: boolean, faded: boolean }} Line */

const FONT = '12px system-ui, "Noto Sans SC", sans-serif';
const HEIGHT = 340;
const MOST_DECADES = 7;
const WHOLE = [1, 2, 5, 10, 20, 50, 100, 200, 500];
/** The band in which the diagnoses say nothing; drawn, not used to decide anything. */
const BAND = { low: 1e-3, high: 1e3 };

/** @param {HTMLElement} place */
export function spectrumIn(place) {
  /** @type {import("../../vendor/uplot.js").default | null} */
  let plot = null;
  /** @type {{ lines: Line[], words: Words } | null} */
  let latest = null;
  const again = () => latest && render(latest);
  new ResizeObserver(() => plot?.setSize({ width: place.clientWidth, height: HEIGHT })).observe(
    place,
  );
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", again);
  new MutationObserver(again).observe(document.documentElement, {
    attributeFilter: ["data-theme"],
  });

  /** @param {NonNullable<typeof latest>} shown */
  async function render(shown) {
    const { default: UPlot } = await import("../../vendor/uplot.js");
    if (latest !== shown || place.clientWidth === 0) return;
    plot?.destroy();
    place.replaceChildren();
    const columns = shown.lines.map((line) => line.sizes.map(drawable));
    const longest = Math.max(1, ...columns.map((column) => column.length));
    const layers = Array.from({ length: longest }, (_, layer) => layer);
    plot = new UPlot(optionsOf(shown, place.clientWidth), [layers, ...columns], place);
  }

  return {
    /** @param {Line[]} lines @param {Words} words */
    draw(lines, words) {
      latest = { lines, words };
      render(latest);
    },
  };
}

/** A logarithmic scale has no place for 0, nor for what is not finite. @param {Value} size */
function drawable(size) {
  return typeof size === "number" && size > 0 ? size : null;
}

/** @param {{ lines: Line[], words: Words }} shown @param {number} width
 * @returns {import("../../vendor/uplot.js").default.Options} */
function optionsOf({ lines, words }, width) {
  const [ink, faint] = [colour("--soft"), colour("--hair")];
  const axis = {
    stroke: ink,
    font: FONT,
    labelFont: FONT,
    labelSize: 20,
    grid: { stroke: faint, width: 1 },
    ticks: { stroke: faint, width: 1 },
  };
  return {
    width,
    height: HEIGHT,
    legend: { show: false },
    cursor: { show: false },
    scales: { x: { time: false }, y: { distr: 3, range: rangeOf } },
    axes: [
      { ...axis, label: words("health.axis.layer"), size: 34, incrs: WHOLE },
      {
        ...axis,
        label: words("health.axis.size"),
        size: 58,
        splits: decades,
        values: powers,
        filter: (/** @type {unknown} */ _, /** @type {number[]} */ splits) => splits,
      },
    ],
    series: [
      {},
      ...lines.map(({ colour: name, strong, faded }) => ({
        stroke: colour(name),
        width: strong ? 3.5 : 2,
        alpha: faded ? 0.3 : 1,
        points: { show: false },
      })),
    ],
    hooks: { drawClear: [drawBand] },
  };
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

/** @param {unknown} _ @param {number} _axis @param {number} least @param {number} most */
function decades(_, _axis, least, most) {
  const first = Math.ceil(Math.log10(least) - 1e-9);
  const last = Math.floor(Math.log10(most) + 1e-9);
  const by = Math.ceil((last - first + 1) / MOST_DECADES);
  const start = Math.ceil(first / by) * by;
  const count = Math.floor((last - start) / by) + 1;
  return Array.from({ length: count }, (__, i) => 10 ** (start + i * by));
}

/** @param {unknown} _ @param {number[]} splits */
function powers(_, splits) {
  return splits.map((split) => {
    const power = Math.round(Math.log10(split));
    return power >= 0 && power <= 3 ? String(split) : `1e${power}`;
  });
}

/** @param {string} name of a custom property */
function colour(name) {
  return getComputedStyle(document.documentElement).getPropertyValue(name).trim();
}
