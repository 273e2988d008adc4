// The gradient beneath an input: its symbol, which may be cut, and its number, which may not.
// What is told in words may take a second line; a number that did would make the rows jump.

import { html, set, write } from "../element.js";
import { writeMath } from "../math/math.js";

export function slopeLine() {
  const symbol = html("span", { class: "symbol" });
  const number = html("span", { class: "number" });
  const element = html("span", { class: "slope" }, symbol, number);
  return {
    element,
    /** @param {{ symbol: string, slope: string }} row */
    draw(row) {
      writeMath(symbol, row.symbol);
      write(number, row.slope);
      set(element, { class: /\d/.test(row.slope) ? "slope" : "slope told" });
    },
  };
}
