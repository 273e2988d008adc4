// From text to LaTeX and back: the server writes every line anew, or it stays as it is.

/** @import { Store } from "../../store.js" */
/** @import { Document, Language, LineFormula } from "../../types.js" */
import { fieldOf, withField } from "../../model/document/fields.js";
import { asLatexNames, hasEuler, isWhole } from "../../model/text/latex.js";
import { answerTo } from "./asking.js";

/** Nobody has answered. */
const AWAY = Symbol("away");

/** @param {Store} store @param {(document: Document) => void} open */
export function notationOf(store, open) {
  // What is said about the notation is said until something else is done.
  store.watch(({ document, note }, before) => {
    const ours = note?.key === "euler" || note?.key === "keptNotation";
    if (ours && note === before.note && document !== before.document) store.update({ note: null });
  });
  return async function turn() {
    const { document, language } = store.state;
    const latex = fieldOf(document, "notation") !== "latex";
    const notation = latex ? "latex" : "";
    const found = await rewritten(document, latex, language);
    if (found === AWAY) return; // which is said where everything of that kind is
    const now = store.state.document;
    if (now.source !== document.source) return open(withField(now, "notation", notation)); // typed on
    if (now !== document) return turn();
    if (found) open(withField(found, "notation", notation));
    store.update({ note: noteOn(document, found, latex) });
  };
}

/** @param {Document} document @param {Document | null} found @param {boolean} latex
 * @returns {import("../../types.js").Note | null} */
function noteOn(document, found, latex) {
  if (found === null) return { key: "keptNotation", fields: {} };
  return latex && hasEuler(document) ? { key: "euler", fields: {} } : null;
}

/** Null where not every line can be written.
 * @param {Document} document @param {boolean} latex @param {Language} language
 * @returns {Promise<Document | null | typeof AWAY>} */
async function rewritten(document, latex, language) {
  const { source } = document;
  if (source.trim() === "") return document;
  const asked = latex ? asLatexNames(document) : document;
  if (asked === null) return null;
  const body = { source: asked.source, notation: latex ? "text" : "latex", formulas: true };
  const found = await answerTo("graph", body, language);
  if (found === null) return AWAY;
  /** @type {LineFormula[]} */
  const formulas = found.answer?.formulas ?? [];
  if (!isWhole(asked.source, formulas)) return null;
  const lines = formulas.map((line) => (latex ? line.latex : line.text));
  return { ...asked, source: lines.join("\n") };
}
