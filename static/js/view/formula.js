// A formula as MathML, which needs no style sheet: for places that have none, such as the editor's own.

import { html } from "./element.js";

/** @param {string} latex */
export function formula(latex) {
  const place = html("span", { class: "formula" });
  import("../../vendor/katex.js").then(({ default: katex }) => {
    katex.render(latex, place, { throwOnError: false, output: "mathml" });
  });
  return place;
}

/** MathML as the server writes it, as elements. @param {string} markup @returns {Element | null} */
export function mathOf(markup) {
  const read = new DOMParser().parseFromString(markup, "application/xml").documentElement;
  return read.localName === "math" ? document.importNode(read, true) : null;
}
