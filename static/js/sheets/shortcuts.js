// The sheet of keys, and the switch that turns single keys off.

/** @import { Words } from "../types.js" */
import { SHORTCUTS, capOf } from "../model/shortcuts.js";
import { WRITING } from "../model/text/keys.js";
import { html } from "../view/element.js";
import { dialogIn } from "./dialog.js";

/** @param {HTMLDialogElement} place @param {{ allowed: () => boolean, allow: (on: boolean) => void }} keys */
export function sheetIn(place, { allowed, allow }) {
  const dialog = dialogIn(place);
  return {
    /** @param {Words} words */
    open(words) {
      dialog.fill(words, words("keys.title"), list(words), choice(words), more(words));
      dialog.show();
    },
  };

  /** @param {Words} words */
  function list(words) {
    const rows = [...SHORTCUTS, ...WRITING].flatMap((shortcut) => [
      html("dt", {}, html("kbd", {}, capOf(shortcut))),
      html("dd", {}, words(`key.${shortcut.act}`)),
    ]);
    return html("dl", { class: "keys" }, ...rows);
  }

  /** @param {Words} words */
  function more(words) {
    return html("p", {}, html("a", { href: "./help" }, words("help.head")));
  }

  /** @param {Words} words */
  function choice(words) {
    const box = html("input", { type: "checkbox" });
    box.checked = allowed();
    box.addEventListener("change", () => allow(box.checked));
    return html("label", { class: "choice" }, box, words("keys.single"));
  }
}
