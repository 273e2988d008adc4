// The page's own words: one flat catalogue per language, with fields and plurals.

/** @import { Language, Words } from "../../types.js" */

/** @type {Language[]} */
const LANGUAGES = ["en", "zh"];

/** Looks words up. A count picks `key.2`, then `key.one`/`key.other`, then `key`.
 * @param {Record<string, string>} catalogue @param {Language} language @returns {Words} */
export function wordsOf(catalogue, language) {
  const plural = new Intl.PluralRules(language);
  return (key, fields = {}) => {
    const n = Number(fields.n);
    const keys = "n" in fields ? [`${key}.${n}`, `${key}.${plural.select(n)}`, key] : [key];
    const text = keys.map((each) => catalogue[each]).find((each) => each !== undefined);
    if (text === undefined) throw new Error(`no words for: ${key}`);
    return text.replace(/\{(\w+)\}/g, (_, name) => String(fields[name] ?? ""));
  };
}

/** The language to begin with: what was chosen here before, else what the browser asks for.
 * @param {(string | null | undefined)[]} wishes @returns {Language} */
export function pickLanguage(wishes) {
  for (const wish of wishes) {
    const found = LANGUAGES.find((language) => wish?.toLowerCase().startsWith(language));
    if (found) return found;
  }
  return "en";
}

/** Made once: it is costly to make. */
const SENTENCES = new Intl.ListFormat("en", { type: "conjunction" });

/** @param {string[]} items @param {Language} language */
export function listOf(items, language) {
  if (language === "zh") return items.join("、");
  return SENTENCES.format(items);
}
