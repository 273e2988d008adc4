// A formula as MathML, which needs no style sheet: for places that have none, such as the editor's own.

import { html } from "../element.js";

/** @param {string} latex */
export function formula(latex) {
  const place = html("span", { class: "formula" });
  import("../../../vendor/katex.js").then(({ default: katex }) => {
    katex.render(latex, place, { throwOnError: false, output: "mathml" });
  });
  return place;
}
