// One tensor: its shape and its entries as text.

/** @import { Asks, RowView } from "./values.js" */
import { showShape } from "../model/numbers.js";
import { html, write } from "./element.js";
import { numberBox } from "./number-box.js";

/** @param {string} name @param {Asks} asks @returns {RowView} */
export function tensorRow(name, asks) {
  const shape = html("span", { class: "shape" });
  const box = numberBox("entry wide", asks.commit, (value) => asks.change(name, value));
  const slope = html("span", { class: "slope" });
  const says = html("p", { class: "says", role: "status" });
  box.say = (text) => write(says, text);
  const element = html(
    "div",
    { class: "row tensor" },
    html("span", { class: "n", "aria-hidden": "true" }, name),
    shape,
    box.element,
    html("div", { class: "beneath" }, slope),
    says,
  );
  return {
    element,
    draw({ input, value, slope: text, words }) {
      write(shape, showShape(input.shape));
      write(slope, text);
      box.name(words("values.box", { name }));
      box.draw(value ?? []);
    },
  };
}
