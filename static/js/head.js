// What every page has at its head: its language, its theme, and its words in that language.

/** @import { Language, Words } from "./types.js" */
import { keep, recall } from "./effects/keeping/storage.js";
import { catalogue } from "./effects/server/lists.js";
import { pickLanguage, wordsOf } from "./model/text/words.js";
import { byId } from "./view/element.js";
import { putIcons } from "./view/icons.js";
import { speak } from "./view/page/shell.js";
import { themeIn } from "./view/page/theme.js";

/** @param {{ wish?: string | null | undefined, chosen?: (language: Language) => unknown,
 *   spoken: (words: Words, language: Language) => unknown }} page
 * `wish` is a language that goes before the reader's; another is first `chosen`, and when its words have
 * come it is `spoken` */
export async function headOf({ wish, chosen = () => {}, spoken }) {
  let language = pickLanguage([wish, recall("language"), ...navigator.languages]);
  /** Words that are here already, or on their way. @type {Map<Language, ReturnType<typeof catalogue>>} */
  const here = new Map();
  let words = wordsOf(await wordsIn(language), language);
  let wanted = language;
  const theme = themeIn(byId("theme"), recall("theme"), (name) => keep("theme", name));
  putIcons(document);
  say();
  byId("theme").addEventListener("click", next);
  byId("language").addEventListener("click", () => choose(otherThan(wanted)));

  /** @param {Language} wish */
  function wordsIn(wish) {
    const coming = here.get(wish) ?? catalogue(wish);
    here.set(wish, coming);
    coming.catch(() => here.delete(wish));
    return coming;
  }

  function say() {
    speak(words, language);
    theme.speak(words);
  }

  function next() {
    theme.next(words);
  }

  /** @param {Language} other */
  async function choose(other) {
    wanted = other;
    chosen(other);
    const found = await wordsIn(other).catch(() => null);
    if (wanted !== other) return; // another was chosen meanwhile
    if (found === null) {
      wanted = language; // nobody answered; it can be chosen again
      chosen(language);
      return;
    }
    words = wordsOf(found, other);
    language = other;
    keep("language", language);
    say();
    await spoken(words, language);
  }

  return {
    words,
    language,
    choose,
    /** Here before they are wanted, they need nobody who answers. */
    otherWords: () => wordsIn(otherThan(language)),
    theme: {
      now: theme.now,
      next,
      choose: (/** @type {string} */ name) => theme.choose(name, words),
    },
  };
}

/** @param {Language} language @returns {Language} */
function otherThan(language) {
  return language === "en" ? "zh" : "en";
}
