// The sheet of keys, and the switch that turns single keys off.

/** @import { Words } from "../types.js" */
import { SHORTCUTS, capOf } from "../model/shortcuts.js";
import { WRITING } from "../model/text/keys.js";
import { html } from "../view/element.js";
import { ticked } from "./choices.js";
import { dialogIn } from "./dialog.js";

/** @param {HTMLDialogElement} place @param {import("./settings.js").Asks["keys"]} keys may single ones act? */
export function sheetIn(place, { now, choose }) {
  const dialog = dialogIn(place);
  return {
    /** @param {Words} words */
    open(words) {
      const single = ticked(words("keys.single"), now(), choose, "choice");
      dialog.fill(words, words("keys.title"), list(words), single, more(words));
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
}
