// A small chart on logarithmic axes, drawn by uPlot in the colours of the page, at any width.

/** @typedef {{ label: string, colour: string, values: (number | null)[], dots?: boolean }} Series */
/** @typedef {{ at: number, colour: string, dashed?: boolean }} Mark */
/** @typedef {{ x: number[], series: Series[], marks: Mark[], xLabel: string, yLabel: string }} Chart */

const HEIGHT = 190;
const MOST_DECADES = 6;
const FONT = '12px system-ui, "Noto Sans SC", sans-serif';

/** @param {HTMLElement} place @param {number} [height] */
export function chartIn(place, height = HEIGHT) {
  /** @type {import("../../vendor/uplot.js").default | null} */
  let plot = null;
  /** @type {Chart | null} */
  let latest = null;
  const again = () => latest && render(latest);
  new ResizeObserver(() => plot?.setSize({ width: widthOf(place), height })).observe(place);
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", again);
  new MutationObserver(again).observe(document.documentElement, {
    attributeFilter: ["data-theme"],
  });

  /** @param {Chart} chart */
  async function render(chart) {
    const { default: UPlot } = await import("../../vendor/uplot.js");
    if (latest !== chart || widthOf(place) === 0) return;
    plot?.destroy();
    place.replaceChildren();
    plot = new UPlot(
      optionsOf(chart, { width: widthOf(place), height }),
      [chart.x, ...chart.series.map((each) => each.values)],
      place,
    );
  }

  return {
    /** @param {Chart} chart */
    draw(chart) {
      latest = chart;
      render(chart);
    },
  };
}

/** @param {HTMLElement} place */
function widthOf(place) {
  return place.clientWidth;
}

/** @param {Chart} chart @param {{ width: number, height: number }} size */
function optionsOf({ series, marks, xLabel, yLabel }, size) {
  const [ink, faint] = [colour("--soft"), colour("--hair")];
  const axis = {
    stroke: ink,
    font: FONT,
    labelFont: FONT,
    labelSize: 18,
    filter: (/** @type {unknown} */ _, /** @type {number[]} */ splits) => splits,
    grid: { stroke: faint, width: 1 },
    ticks: { stroke: faint, width: 1 },
  };
  return {
    ...size,
    legend: { show: false },
    cursor: { show: false },
    scales: { x: { time: false, distr: 3 }, y: { distr: 3 } },
    axes: [
      { ...axis, label: xLabel, size: 34, splits: decades, values: powers },
      { ...axis, label: yLabel, size: 58, splits: decades, values: powers },
    ],
    series: [
      {},
      ...series.map(({ label, colour: name, dots }) => ({
        label,
        stroke: colour(name),
        width: 2,
        points: { show: dots === true, size: 6, fill: colour(name) },
      })),
    ],
    hooks: { draw: [(/** @type {any} */ plot) => drawMarks(plot, marks)] },
  };
}

/** Powers of ten, and nothing between; of many, every second or third.
 * @param {unknown} _ @param {number} _axis @param {number} least @param {number} most */
function decades(_, _axis, least, most) {
  const first = Math.ceil(Math.log10(least) - 1e-9);
  const last = Math.floor(Math.log10(most) + 1e-9);
  const by = Math.ceil((last - first + 1) / MOST_DECADES);
  return Array.from(
    { length: Math.floor((last - first) / by) + 1 },
    (__, i) => 10 ** (first + i * by),
  );
}

/** @param {unknown} _ @param {number[]} splits */
function powers(_, splits) {
  return splits.map((split) => {
    const power = Math.round(Math.log10(split));
    return power >= 0 && power <= 3 ? String(split) : `1e${power}`;
  });
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

/** @param {string} name of a custom property */
function colour(name) {
  return getComputedStyle(document.documentElement).getPropertyValue(name).trim();
}
