// A formula as text, LaTeX or MathML, to be pasted elsewhere.

/** @import { Formula, Words } from "../../types.js" */
import { html, write } from "../element.js";

const FORMS = /** @type {const} */ (["text", "latex", "mathml"]);
const NAMES = { text: "formula.text", latex: "formula.latex", mathml: "formula.mathml" };
/** How long it says that it is done. */
const SAYS = 1500;

/** @param {Formula} formula @param {Words} words */
export function copyButtons(formula, words) {
  const buttons = FORMS.map((form) => {
    const name = words(NAMES[form]);
    const button = html(
      "button",
      { type: "button", class: "button copy", "data-key": `copy ${form}` },
      name,
    );
    button.addEventListener("click", async () => {
      const done = await copied(formula[form]);
      write(button, words(done ? "formula.copied" : "formula.notCopied"));
      setTimeout(() => write(button, name), SAYS);
    });
    return button;
  });
  const label = words("formula.copy");
  return html(
    "p",
    { class: "copies", role: "group", "aria-label": label },
    `${label} `,
    ...buttons,
  );
}

/** A browser may keep the clipboard to itself. @param {string} text @returns {Promise<boolean>} */
async function copied(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}
