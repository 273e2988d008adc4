// Light, dark, or as the system has it.

/** @import { Words } from "../../types.js" */
import { set } from "../element.js";
import { putIcon } from "../icons.js";

/** @typedef {"system" | "light" | "dark"} Theme */

/** @type {Theme[]} */
export const THEMES = ["system", "light", "dark"];

/** @param {HTMLElement} button @param {Theme} first @param {(theme: Theme) => void} keep */
export function themeIn(button, first, keep) {
  let theme = THEMES.includes(first) ? first : "system";
  apply();

  function apply() {
    set(document.documentElement, { "data-theme": theme === "system" ? null : theme });
    putIcon(button, theme);
  }

  /** @param {string} name @param {Words} words */
  function choose(name, words) {
    theme = THEMES.find((each) => each === name) ?? "system";
    keep(theme);
    apply();
    speak(words);
  }

  /** @param {Words} words */
  function next(words) {
    choose(THEMES[(THEMES.indexOf(theme) + 1) % THEMES.length] ?? "system", words);
  }

  /** @param {Words} words */
  function speak(words) {
    const name = words("theme.label", { theme: words(`theme.${theme}`) });
    set(button, { "aria-label": name, title: name });
  }

  return { now: () => theme, choose, next, speak };
}
