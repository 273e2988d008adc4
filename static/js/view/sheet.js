// The sheet of keys, and the switch that turns single keys off.

/** @import { Words } from "../types.js" */
import { SHORTCUTS, capOf } from "../model/shortcuts.js";
import { html } from "./element.js";
import { icon } from "./icons.js";

/** @param {HTMLDialogElement} dialog @param {{ allowed: () => boolean, allow: (on: boolean) => void }} keys */
export function sheetIn(dialog, { allowed, allow }) {
  dialog.addEventListener("click", (event) => {
    if (event.target === dialog) dialog.close();
  });
  return {
    /** @param {Words} words */
    open(words) {
      dialog.replaceChildren(heading(words), list(words), choice(words));
      dialog.showModal();
    },
  };

  /** @param {Words} words */
  function heading(words) {
    const close = html(
      "button",
      { type: "button", class: "button quiet round", "aria-label": words("keys.close") },
      icon("close"),
    );
    close.addEventListener("click", () => dialog.close());
    return html(
      "div",
      { class: "sheet-head" },
      html("h2", { id: "sheet-title" }, words("keys.title")),
      close,
    );
  }

  /** @param {Words} words */
  function list(words) {
    const rows = SHORTCUTS.flatMap((shortcut) => [
      html("dt", {}, html("kbd", {}, capOf(shortcut))),
      html("dd", {}, words(`key.${shortcut.act}`)),
    ]);
    return html("dl", { class: "keys" }, ...rows);
  }

  /** @param {Words} words */
  function choice(words) {
    const box = html("input", { type: "checkbox" });
    box.checked = allowed();
    box.addEventListener("change", () => allow(box.checked));
    return html("label", { class: "choice" }, box, words("keys.single"));
  }
}
