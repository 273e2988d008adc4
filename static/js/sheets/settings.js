// Settings of this browser: language, theme, movement, digits, notation, keys; earlier versions; forgetting.

/** @import { Document, Words } from "../types.js" */
import { DIGITS, LABELS, MOTIONS, NOTATIONS, preferences } from "../model/document/preferences.js";
import { html } from "../view/element.js";
import { THEMES } from "../view/page/theme.js";
import { choice, ticked } from "./choices.js";
import { dialogIn } from "./dialog.js";

/** What the sheet reads and changes.
 * @typedef {{ words: () => Words, language: { now: () => string, choose: (name: string) => void },
 *   theme: { now: () => string, choose: (name: string) => void },
 *   keys: { now: () => boolean, choose: (on: boolean) => void },
 *   prefer: (change: Partial<typeof preferences>) => void, versions: () => Document[],
 *   reopen: (document: Document) => void, forget: () => void }} Asks */

/** @type {Record<string, string>} */
const LANGUAGES = { en: "English", zh: "中文" };
const MOST_SHOWN = 60;
/** In the graph, its sentences and tables: names with their values, or names only.
 * @type {(typeof preferences.shown)[]} */
const SHOWN = ["values", "names"];

/** @param {HTMLDialogElement} place @param {Asks} asks */
export function settingsIn(place, asks) {
  const dialog = dialogIn(place);

  function fill() {
    const words = asks.words();
    dialog.fill(words, words("settings.title"), choices(words), versions(words), forgetting(words));
  }

  /** @param {Words} words */
  function choices(words) {
    const { language, theme, keys, prefer } = asks;
    return html(
      "div",
      { class: "settings" },
      choice(
        words("settings.language"),
        Object.keys(LANGUAGES),
        language.now(),
        (each) => LANGUAGES[each] ?? each,
        language.choose,
      ),
      choice(
        words("settings.theme"),
        THEMES,
        theme.now(),
        (each) => words(`theme.${each}`),
        theme.choose,
      ),
      choice(
        words("settings.motion"),
        MOTIONS,
        preferences.motion,
        (each) => words(`motion.${each}`),
        (motion) => prefer({ motion }),
      ),
      choice(words("settings.digits"), DIGITS, preferences.digits, String, (digits) =>
        prefer({ digits }),
      ),
      choice(
        words("settings.notation"),
        NOTATIONS,
        preferences.notation,
        (each) => words(`notation.${each}`),
        (notation) => prefer({ notation }),
      ),
      choice(
        words("settings.labels"),
        LABELS,
        preferences.labels,
        (each) => words(`labels.${each}`),
        (labels) => prefer({ labels }),
      ),
      choice(
        words("settings.shown"),
        SHOWN,
        preferences.shown,
        (each) => words(`shown.${each}`),
        (shown) => prefer({ shown }),
      ),
      ticked(words("keys.single"), keys.now(), keys.choose, "one"),
    );
  }

  /** @param {Words} words */
  function versions(words) {
    const items = asks.versions().map((version) => {
      const text = version.source.replaceAll("\n", " ; ").slice(0, MOST_SHOWN);
      const button = html("button", { type: "button", class: "example" }, html("code", {}, text));
      button.addEventListener("click", () => {
        dialog.close();
        asks.reopen(version);
      });
      return html("li", {}, button);
    });
    if (items.length === 0) return null;
    return html(
      "section",
      { class: "versions" },
      html("h3", {}, words("settings.versions")),
      html("ul", {}, ...items),
    );
  }

  /** @param {Words} words */
  function forgetting(words) {
    const button = html("button", { type: "button", class: "button" }, words("settings.forget"));
    button.addEventListener("click", asks.forget);
    return html(
      "div",
      { class: "save" },
      html("p", { class: "quiet" }, words("settings.local")),
      button,
    );
  }

  return {
    open() {
      fill();
      dialog.show();
    },
    /** In the new language, while it is open. */
    speak() {
      if (dialog.open) fill();
    },
  };
}
