// The numbers of a tensor as colours: blue above zero, orange below, with the scale beside them.

/** @import { Value, Words } from "../../types.js" */
/** @import { Reading } from "./inspector.js" */
import { namesOnly } from "../../model/document/preferences.js";
import { heatOf } from "../../model/drawing/heat.js";
import { rankOf, show } from "../../model/numbers/numbers.js";
import { html, style } from "../element.js";

/** @type {Reading} */
export function heatMaps({ state, frame, subject }) {
  const { node, edge } = subject;
  const view = frame.node(node.id);
  if (edge || !view || rankOf(node) === 0 || namesOnly()) return null;
  const maps = [
    map("value", view.value, state.words),
    map("gradient", view.gradient, state.words),
  ].filter((each) => each !== null);
  return maps.length > 0 ? html("div", { class: "block heats" }, ...maps) : null;
}

/** @param {"value" | "gradient"} what @param {Value | null} value @param {Words} words */
function map(what, value, words) {
  const heat = heatOf(value);
  if (!heat) return null;
  const { rows, largest, cut } = heat;
  const name = words(`heat.${what}`);
  const scale = words("heat.scale", { low: show(-largest), high: show(largest) });
  const cells = rows.flat().map((cell) => {
    const square = html("span", { class: classOf(cell.share), title: show(cell.value) });
    style(square, "--share", String(Math.abs(cell.share)));
    return square;
  });
  const grid = html(
    "div",
    { class: "heat", role: "img", "aria-label": `${name}: ${scale}` },
    ...cells,
  );
  style(grid, "--columns", String(Math.max(...rows.map((row) => row.length))));
  return html(
    "figure",
    { class: what },
    grid,
    html("figcaption", {}, `${name}, ${scale}${cut ? ` ${words("heat.cut")}` : ""}`),
  );
}

/** @param {number} share */
function classOf(share) {
  if (!Number.isFinite(share)) return "odd";
  return share < 0 ? "minus" : "plus";
}
