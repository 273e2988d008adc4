// The words of the subject: the name of each in both languages, and what it means.

/** @import { Language } from "../types.js" */
/** @import { Term } from "../lesson/types.js" */
import { byId, html } from "../view/element.js";

/** @param {Record<string, Term>} glossary @param {Language} language */
export function drawGlossary(glossary, language) {
  const entries = Object.entries(glossary).flatMap(([key, term]) => entry(key, term, language));
  byId("glossary").replaceChildren(...entries);
}

/** @param {string} key @param {Term} term @param {Language} language */
function entry(key, { name, other, meaning, tint }, language) {
  const foreign = html("span", { lang: language === "zh" ? "en" : "zh-CN" }, other);
  return [
    html("dt", { id: `term-${key}`, "data-tint": tint }, name, " ", foreign),
    html("dd", {}, meaning),
  ];
}
