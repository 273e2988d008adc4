// A word of the subject: its name in both languages, and what it means.

/** @import { Language } from "../types.js" */
/** @import { Term } from "../lesson/types.js" */
import { html } from "../view/element.js";

/** @param {string} key @param {Term} term @param {Language} language */
export function entry(key, { name, other, meaning, tint }, language) {
  const foreign = html("span", { lang: language === "zh" ? "en" : "zh-CN" }, other);
  return [
    html("dt", { id: `term-${key}`, "data-tint": tint }, name, " ", foreign),
    html("dd", {}, meaning),
  ];
}
