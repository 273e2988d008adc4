// What the pages with cards have in common: they are drawn anew in each language.

/** @import { Language, Words } from "../types.js" */
import { headOf } from "../head.js";

/** @param {(words: Words, language: Language) => Promise<void>} draw called again in each language */
export async function shelfOf(draw) {
  const { words, language } = await headOf({ spoken: show });
  await show(words, language);

  /** @param {Words} words @param {Language} language */
  async function show(words, language) {
    document.documentElement.dataset.ready = "false";
    await draw(words, language);
    document.documentElement.dataset.ready = "true";
  }
}
