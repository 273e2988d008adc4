// What can be copied, in several forms: a formula as text, LaTeX or MathML, a table for elsewhere.

/** @import { Formula, Words } from "../../types.js" */
import { html, write } from "../element.js";

const FORMS = /** @type {const} */ (["text", "latex", "mathml"]);
const NAMES = { text: "formula.text", latex: "formula.latex", mathml: "formula.mathml" };
/** How long it says that it is done. */
const SAYS = 1500;

/** @param {Formula} formula @param {Words} words */
export function copyButtons(formula, words) {
  const forms = FORMS.map((form) => ({
    key: form,
    name: words(NAMES[form]),
    text: () => formula[form],
  }));
  return copyRow(forms, words);
}

/** A button for each form in which something can be copied.
 * @param {{ key: string, name: string, text: () => string }[]} forms @param {Words} words */
export function copyRow(forms, words) {
  const buttons = forms.map(({ key, name, text }) => {
    const button = html(
      "button",
      { type: "button", class: "button copy", "data-key": `copy ${key}` },
      name,
    );
    button.addEventListener("click", async () => {
      const done = await copied(text());
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
export async function copied(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}
