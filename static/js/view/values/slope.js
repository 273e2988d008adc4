// The gradient beneath an input: its symbol, which may be cut, and its number, which may not.

import { html, write } from "../element.js";
import { writeMath } from "../math.js";

export function slopeLine() {
  const symbol = html("span", { class: "symbol" });
  const number = html("span", { class: "number" });
  return {
    element: html("span", { class: "slope" }, symbol, number),
    /** @param {{ symbol: string, slope: string }} row */
    draw(row) {
      writeMath(symbol, row.symbol);
      write(number, row.slope);
    },
  };
}
