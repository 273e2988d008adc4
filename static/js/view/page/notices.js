// Quiet notices at the top: the server is away, an earlier program is back, a link is damaged.

/** @import { Note, State, Words } from "../../types.js" */
import { html, leadToGraph } from "../element.js";
import { icon } from "../icons.js";

/** @typedef {{ text: string, label: string, act: () => void, close: (() => void) | null }} Notice */

/** What the notices offer to do.
 * @typedef {{ retry: () => void, startFresh: () => void, close: () => void, undo: () => void,
 *   values: () => void, widen: () => void, keepNarrow: () => void }} Asks */

/** @param {HTMLElement} place @param {Asks} asks */
export function noticesIn(place, asks) {
  let shown = "";
  return {
    /** @param {State} state */
    draw(state) {
      const notices = noticesOf(state, asks);
      const key = notices.map((notice) => notice.text).join("\n");
      if (key === shown) return;
      shown = key;
      const name = state.words("notice.close");
      const held = place.contains(document.activeElement);
      place.replaceChildren(...notices.map((notice) => drawn(notice, name)));
      if (held) handOn();
    },
  };

  /** The button that was pressed may have gone: keys go on with what is next to it, else in the graph. */
  function handOn() {
    const next = place.querySelector("button");
    if (next) next.focus();
    else leadToGraph(place);
  }
}

/** @param {State} state @param {Asks} asks @returns {Notice[]} */
function noticesOf(state, asks) {
  const { words, gone, silent, note, narrowed, restored } = state;
  const { retry, startFresh, close, undo, values, widen, keepNarrow } = asks;
  /** @type {(text: string, label: string, act: () => void, close: (() => void) | null) => Notice} */
  const notice = (text, label, act, shut) => ({ text, label: words(label), act, close: shut });
  const about = (/** @type {Note} */ said) => {
    const text = words(`link.${said.key}`, said.fields);
    if (said.key === "away") return notice(text, "notice.values", values, close);
    return said.key === "euler"
      ? notice(text, "notice.undo", undo, close)
      : notice(text, "notice.fresh", startFresh, close);
  };
  return [
    ...(silent ? [notice(words("notice.silent"), "notice.retry", retry, null)] : []),
    ...(gone ? [notice(words("notice.gone"), "notice.retry", retry, null)] : []),
    ...(note ? [about(note)] : []),
    ...(narrowed ? [notice(narrowWords(words, narrowed), "notice.undo", widen, keepNarrow)] : []),
    ...(restored ? [notice(words("notice.restored"), "notice.fresh", startFresh, close)] : []),
  ];
}

/** Which symbols were made plain, each once.
 * @param {Words} words @param {{ was: string, now: string }} texts */
function narrowWords(words, { was, now }) {
  const changed = [...now].filter((symbol, i) => symbol !== [...was][i]);
  return words("notice.narrowed", { to: [...new Set(changed)].join(" ") });
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
