// One tensor: its shape and its entries as text.

/** @import { Asks, RowView } from "./values.js" */
import { showShape } from "../model/numbers.js";
import { html, write } from "./element.js";
import { mathText } from "./math.js";
import { numberBox } from "./number-box.js";
import { slopeLine } from "./slope.js";

/** @param {string} name @param {Asks} asks @returns {RowView} */
export function tensorRow(name, asks) {
  const shape = html("span", { class: "shape" });
  const box = numberBox("entry wide", asks.commit, (value) => asks.change(name, value));
  const slope = slopeLine();
  const says = html("p", { class: "says", role: "status" });
  box.say = (text) => write(says, text);
  const element = html(
    "div",
    { class: "row tensor" },
    html("span", { class: "n", "aria-hidden": "true" }, ...mathText(name)),
    shape,
    box.element,
    html("div", { class: "beneath" }, slope.element),
    says,
  );
  return {
    element,
    draw(row) {
      const { input, value, words } = row;
      write(shape, showShape(input.shape));
      slope.draw(row);
      box.name(words("values.box", { name }));
      box.draw(value ?? []);
    },
  };
}
