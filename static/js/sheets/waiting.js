// Work that takes a while: how far it is, and a button that stops it.

/** @import { Words } from "../types.js" */
import { html, set } from "../view/element.js";

/** @param {Words} words @param {() => void} stopped */
export function waitingIn(words, stopped) {
  const bar = html("progress", { "aria-label": words("export.working") });
  const stop = html("button", { type: "button", class: "button" }, words("export.stop"));
  const element = html("div", { class: "export-waiting", hidden: "" }, bar, stop);
  stop.addEventListener("click", () => {
    show(false);
    stopped();
  });
  return { element, show, tell };

  /** @param {boolean} visible */
  function show(visible) {
    element.hidden = !visible;
    bar.removeAttribute("value");
  }

  /** @param {{ done: number, of: number }} stands */
  function tell({ done, of }) {
    set(bar, { value: done, max: of });
  }
}
