// A formula set by KaTeX, which is fetched when the first one is shown.

import { html } from "../element.js";
import { dressed } from "../page/dressed.js";

/** The plain text stands there until the typeset one is ready.
 * @param {string} latex @param {string} text what a screen reader says */
export function typeset(latex, text) {
  const place = html(
    "span",
    { class: "math", tabindex: 0, role: "math", "aria-label": text },
    text,
  );
  // To nodes, not to a string: the page's policy allows no style attributes.
  dressed(katex(), "vendor/katex.min").then(({ default: { render } }) =>
    render(latex, place, { throwOnError: false, output: "html" }),
  );
  return place;
}

/** As MathML, where the page's style sheets do not reach: inside the editor.
 * @param {string} latex */
export function mathml(latex) {
  const place = html("span", { class: "formula" });
  katex().then(({ default: { render } }) =>
    render(latex, place, { throwOnError: false, output: "mathml" }),
  );
  return place;
}

function katex() {
  return import("../../../vendor/katex.js");
}
