// Paragraphs as elements: code, emphasis, and terms that tell their name in the other language.

/** @import { Language } from "../types.js" */
/** @import { Run, Term } from "./types.js" */
import { html } from "../view/element.js";
import { mathText } from "../view/math/math.js";

/** @param {Run[]} runs @param {Record<string, Term>} glossary @param {Language} language */
export function paragraph(runs, glossary, language) {
  return runs.map((run) => element(run, glossary, language));
}

/** @param {Run} run @param {Record<string, Term>} glossary @param {Language} language @returns {Node | string} */
function element({ text, style, term }, glossary, language) {
  if (style === "code") return html("code", {}, ...mathText(text));
  if (style === "strong") return html("strong", {}, text);
  if (style === "emphasis") return html("em", {}, text);
  const meaning = term === null ? undefined : glossary[term];
  return meaning ? explained(text, meaning, language) : text;
}

/** @param {string} text @param {Term} term @param {Language} language */
function explained(text, { other, meaning, tint }, language) {
  const tip = html(
    "span",
    { class: "tip", role: "tooltip" },
    html("b", { lang: language === "zh" ? "en" : "zh-CN" }, other),
    html("span", {}, meaning),
  );
  const shown = html(
    "span",
    { class: "term", tabindex: 0, role: "note", "data-tint": tint },
    text,
    tip,
  );
  shown.addEventListener("keydown", ({ key }) => {
    if (key === "Escape") shown.blur();
  });
  return shown;
}
