// One tensor: its shape, its entries in a grid while they are few, and the whole of it as text; it can
// be filled at one press, and takes a file that is dropped on it.

/** @import { Asks, Row, RowView } from "./values.js" */
import { showShape } from "../../model/numbers/numbers.js";
import { html, set, write } from "../element.js";
import { mathText } from "../math/math.js";
import { fillingIn } from "./filling.js";
import { numberBox } from "./number-box.js";
import { rowMore } from "./row-more.js";
import { slopeLine } from "./slope.js";
import { fitsGrid, tensorGrid } from "./tensor-grid.js";

/** @param {string} name @param {Asks} asks @returns {RowView} */
export function tensorRow(name, asks) {
  const shape = html("span", { class: "shape" });
  const slope = slopeLine();
  const says = html("p", { class: "says", role: "status" });
  const say = (/** @type {string} */ text) => write(says, text);
  const grid = tensorGrid(asks.commit, (value) => asks.change(name, value), say);
  const box = numberBox("entry wide", asks.commit, (value) => asks.change(name, value));
  box.say = say;
  const more = rowMore(name, asks, [{ word: "row.text", press: (on) => asText(on) }]);
  const filling = fillingIn(asks.filling, { accept: (value) => asks.change(name, value), say });
  const element = html(
    "div",
    { class: "row tensor" },
    html("span", { class: "n", "aria-hidden": "true" }, ...mathText(name)),
    shape,
    more.opener,
    grid.element,
    box.element,
    html("div", { class: "beneath" }, slope.element),
    says,
    more.panel,
  );
  if (filling) {
    more.panel.append(filling.element);
    more.opener.addEventListener("click", filling.wake);
    filling.takeFrom(element);
  }
  let text = false;
  /** @type {Row | null} */
  let latest = null;

  /** @param {boolean} on */
  function asText(on) {
    text = on;
    if (latest) draw(latest);
  }

  /** @param {Row} row */
  function draw(row) {
    latest = row;
    const { input, value, words, locked } = row;
    // The value may have another shape than the graph on screen, for a moment.
    const sizes = Array.isArray(value) ? sizesOf(value) : [];
    const inGrid = fitsGrid(sizes);
    const now = sizes.length > 0 ? sizes : input.shape;
    write(shape, showShape(now));
    slope.draw(row);
    more.draw(row);
    filling?.draw(row, now);
    set(grid.element, { hidden: !inGrid });
    set(box.element, { hidden: inGrid && !text, disabled: locked });
    box.name(words("values.box", { name }));
    box.draw(value ?? []);
    if (!inGrid || value === null) return;
    const at = (/** @type {number} */ i, /** @type {number} */ j) =>
      words("values.cell", { name, place: sizes.length === 1 ? j : `${i}, ${j}` });
    grid.draw({ value, shape: sizes, locked, name: at });
  }

  return { element, draw };
}

/** @param {import("../../types.js").Value} value @returns {number[]} */
function sizesOf(value) {
  return Array.isArray(value) ? [value.length, ...sizesOf(value[0] ?? 0)] : [];
}
