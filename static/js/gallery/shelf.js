// What the pages with cards have in common: their language, their theme, their words.

/** @import { Language, Words } from "../types.js" */
import { catalogue } from "../effects/lists.js";
import { keep, recall } from "../effects/storage.js";
import { pickLanguage, wordsOf } from "../model/words.js";
import { byId } from "../view/element.js";
import { putIcons } from "../view/icons.js";
import { speak } from "../view/shell.js";
import { themeIn } from "../view/theme.js";

/** @param {(words: Words, language: Language) => Promise<void>} draw called again in each language */
export async function shelfOf(draw) {
  let language = pickLanguage([recall("language"), ...navigator.languages]);
  let words = wordsOf(await catalogue(language), language);
  const theme = themeIn(byId("theme"), recall("theme"), (name) => keep("theme", name));
  putIcons(document);
  byId("theme").addEventListener("click", () => theme.next(words));
  byId("language").addEventListener("click", async () => {
    language = language === "en" ? "zh" : "en";
    words = wordsOf(await catalogue(language), language);
    keep("language", language);
    await show();
  });
  await show();

  async function show() {
    speak(words, language);
    theme.speak(words);
    document.documentElement.dataset.ready = "false";
    await draw(words, language);
    document.documentElement.dataset.ready = "true";
  }
}
