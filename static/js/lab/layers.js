// The layers of the model, from the examples to the loss: their weights as they are, and how the
// gradients of the last step were spread.

/** @import { Value, Words } from "../types.js" */
/** @import { Layer, Spread } from "./running.js" */
import { heatOf } from "../model/drawing/heat.js";
import { show } from "../model/numbers/numbers.js";
import { colour } from "../view/charts/colours.js";
import { html, join, set, style, svg, write } from "../view/element.js";

const [WIDE, HIGH] = [126, 36];

/** @param {HTMLElement} place an ordered list @param {Layer[]} layers
 * @param {Record<string, Value>} parameters @param {Words} words */
export function drawLayers(place, layers, parameters, words) {
  const longest = Math.max(...layers.map(({ gradient }) => Number(gradient?.norm ?? 0)), 0);
  join(place, layers, {
    key: ({ lines }) => lines.join(),
    make: () => html("li", { class: "layer" }, ...partsOf()),
    update(element, layer) {
      const [title, weights, bars, size] = element.children;
      write(title ?? null, shortened(layer.lines));
      if (weights) drawParameters(weights, layer.parameters, parameters);
      if (bars) drawBars(bars, layer.gradient, words);
      if (size) drawSize(size, layer, longest, words);
    },
  });
}

/** The element of a layer, from above. @returns {Element[]} */
function partsOf() {
  return [
    html("h3", {}),
    html("div", { class: "layer-weights" }),
    svg("svg", { class: "layer-bars", viewBox: `0 0 ${WIDE} ${HIGH}`, role: "img" }, svg("path")),
    html("p", { class: "layer-size" }),
  ];
}

/** Lines side by side, the first and the last of many. @param {string[]} lines */
function shortened(lines) {
  return lines.length > 2 ? `${lines[0]} … ${lines.at(-1)}` : lines.join(", ");
}

/** @param {Element} place @param {string[]} names @param {Record<string, Value>} parameters */
function drawParameters(place, names, parameters) {
  const known = names.filter((name) => parameters[name] !== undefined);
  join(place, known, {
    key: (name) => `${name} ${typeof parameters[name]}`,
    make: (name) => {
      const isTensor = Array.isArray(parameters[name]);
      const shown = isTensor ? html("canvas", { role: "img" }) : html("b", {});
      return html("div", { class: "weight" }, html("span", {}, name), shown);
    },
    update({ lastElementChild: shown }, name) {
      const value = parameters[name] ?? 0;
      if (shown instanceof HTMLCanvasElement) paint(shown, name, value);
      else write(shown, show(value));
    },
  });
}

/** One square for each number: blue above zero, orange below, the largest in full colour.
 * @param {HTMLCanvasElement} canvas @param {string} name @param {Value} value */
function paint(canvas, name, value) {
  const heat = heatOf(value);
  const pen = canvas.getContext("2d");
  if (!heat || !pen) return;
  const across = Math.max(...heat.rows.map((row) => row.length));
  Object.assign(canvas, { width: across, height: heat.rows.length });
  style(canvas, "--across", String(across));
  set(canvas, { "aria-label": `${name}: ±${show(heat.largest)}` });
  const [plus = "", minus = ""] = ["--plus", "--minus"].map((each) => colour(each));
  heat.rows.forEach((row, down) => {
    row.forEach(({ share }, at) => {
      pen.fillStyle = share < 0 ? minus : plus;
      pen.globalAlpha = Number.isFinite(share) ? Math.abs(share) : 1;
      pen.fillRect(at, down, 1, 1);
    });
  });
}

/** How many gradients fall in each bin; the server has counted. @param {Element} picture
 * @param {Spread | null} spread @param {Words} words */
function drawBars(picture, spread, words) {
  const counts = spread?.counts ?? [];
  const highest = Math.max(...counts, 1);
  const wide = WIDE / Math.max(counts.length, 1);
  const bars = counts.map((count, at) => {
    const high = (HIGH * count) / highest;
    return `M${at * wide} ${HIGH}v${-high}h${wide - 1}v${high}`;
  });
  set(picture.firstElementChild ?? picture, { d: bars.join("") || null });
  const most = show(spread?.most ?? 0);
  set(picture, { "aria-label": spread ? words("train.layer.spread", { most }) : null });
  set(picture, { "aria-hidden": spread ? null : "true" });
}

/** @param {Element} place @param {Layer} layer @param {number} longest @param {Words} words */
function drawSize(place, { gradient, weights }, longest, words) {
  const norm = gradient?.norm ?? null;
  const text = words("train.layer.weights", { norm: show(weights.norm) });
  write(place, norm === null ? text : words("train.layer.gradient", { norm: show(norm) }));
  const share = Number(norm ?? 0) / (longest || 1);
  style(/** @type {HTMLElement} */ (place), "--share", String(Number.isFinite(share) ? share : 1));
}
