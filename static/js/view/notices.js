// Quiet notices at the top: the server is away, an earlier program was brought back.

/** @import { State } from "../types.js" */
import { html } from "./element.js";
import { icon } from "./icons.js";

/** @typedef {{ text: string, label: string, act: () => void, close: (() => void) | null }} Notice */

/** @param {HTMLElement} place
 * @param {{ retry: () => void, startFresh: () => void, close: () => void }} asks */
export function noticesIn(place, { retry, startFresh, close }) {
  let shown = "";
  return {
    /** @param {State} state */
    draw(state) {
      const notices = noticesOf(state);
      const key = notices.map((notice) => notice.text).join("\n");
      if (key === shown) return;
      shown = key;
      const name = state.words("notice.close");
      place.replaceChildren(...notices.map((notice) => drawn(notice, name)));
    },
  };

  /** @param {State} state @returns {Notice[]} */
  function noticesOf({ gone, restored, words }) {
    const away = {
      text: words("notice.gone"),
      label: words("notice.retry"),
      act: retry,
      close: null,
    };
    const back = {
      text: words("notice.restored"),
      label: words("notice.fresh"),
      act: startFresh,
      close,
    };
    return [...(gone ? [away] : []), ...(restored ? [back] : [])];
  }
}

/** @param {Notice} notice @param {string} closeName */
function drawn({ text, label, act, close }, closeName) {
  const action = html("button", { type: "button", class: "button" }, label);
  action.addEventListener("click", act);
  const shut = html(
    "button",
    { type: "button", class: "button quiet round", "aria-label": closeName },
    icon("close"),
  );
  if (close) shut.addEventListener("click", close);
  return html(
    "div",
    { class: "notice", role: "status" },
    html("p", {}, text),
    action,
    close && shut,
  );
}
