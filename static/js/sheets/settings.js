// Settings of this browser: language, theme, movement, digits, notation, keys; earlier versions; forgetting.

/** @import { Document, Words } from "../types.js" */
import { DIGITS, LABELS, MOTIONS, NOTATIONS, preferences } from "../model/document/preferences.js";
import { html } from "../view/element.js";
import { THEMES } from "../view/page/theme.js";
import { dialogIn } from "./dialog.js";

/** What the sheet reads and changes.
 * @typedef {{ words: () => Words, language: { now: () => string, choose: (name: string) => void },
 *   theme: { now: () => string, choose: (name: string) => void },
 *   keys: { now: () => boolean, choose: (on: boolean) => void },
 *   prefer: (change: Partial<typeof preferences>) => void, versions: () => Document[],
 *   reopen: (document: Document) => void, forget: () => void }} Asks */

const LANGUAGES = { en: "English", zh: "中文" };
const MOST_SHOWN = 60;
/** In the graph, its sentences and tables: names with their values, or names only. */
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
    const { language, theme, prefer } = asks;
    return html(
      "div",
      { class: "settings" },
      select(
        words("settings.language"),
        Object.entries(LANGUAGES),
        language.now(),
        language.choose,
      ),
      select(
        words("settings.theme"),
        named(THEMES, (each) => words(`theme.${each}`)),
        theme.now(),
        theme.choose,
      ),
      select(
        words("settings.motion"),
        named(MOTIONS, (each) => words(`motion.${each}`)),
        preferences.motion,
        (motion) => prefer({ motion: MOTIONS.find((each) => each === motion) ?? "system" }),
      ),
      select(words("settings.digits"), DIGITS.map(pair), String(preferences.digits), (digits) =>
        prefer({ digits: Number(digits) }),
      ),
      select(
        words("settings.notation"),
        named(NOTATIONS, (each) => words(`notation.${each}`)),
        preferences.notation,
        (notation) =>
          prefer({ notation: NOTATIONS.find((each) => each === notation) ?? "partial" }),
      ),
      select(
        words("settings.labels"),
        named(LABELS, (each) => words(`labels.${each}`)),
        preferences.labels,
        (labels) => prefer({ labels: LABELS.find((each) => each === labels) ?? "number" }),
      ),
      select(
        words("settings.shown"),
        named(SHOWN, (each) => words(`shown.${each}`)),
        preferences.shown,
        (shown) => prefer({ shown: shown === "names" ? shown : "values" }),
      ),
      check(words("keys.single"), asks.keys),
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

/** @param {number} count @returns {[string, string]} */
function pair(count) {
  return [String(count), String(count)];
}

/** @param {string[]} values @param {(value: string) => string} name @returns {[string, string][]} */
function named(values, name) {
  return values.map((value) => [value, name(value)]);
}

/** @param {string} label @param {[string, string][]} options @param {string} now @param {(value: string) => void} choose */
function select(label, options, now, choose) {
  const made = options.map(([value, text]) =>
    html("option", { value, selected: value === now }, text),
  );
  const box = html("select", { class: "button" }, ...made);
  box.addEventListener("change", () => choose(box.value));
  return html("label", {}, html("span", {}, label), box);
}

/** @param {string} label @param {Asks["keys"]} keys */
function check(label, { now, choose }) {
  const box = html("input", { type: "checkbox" });
  box.checked = now();
  box.addEventListener("change", () => choose(box.checked));
  return html("label", { class: "one" }, box, html("span", {}, label));
}
