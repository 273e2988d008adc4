// The address bar: what is on screen is written into it, and what is written there is shown.

/** @import { Store } from "../store.js" */
import { linkTo } from "./linking.js";

/** Every change is in the link well within the blink of an eye, without flooding the browser. */
const SOON = 60;
/** A value that is dragged can wait: writing takes the browser milliseconds. */
const DRAGGED = 150;

/** @param {Store} store @param {{ chosenLanguage: () => string | null, read: (fragment: string) => void }} page */
export function bindAddress(store, { chosenLanguage, read }) {
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;
  /** Packing takes a moment; the addresses are written in the order they were asked for. */
  let written = Promise.resolve();
  let turn = 0;

  /** @param {() => void} [then] */
  function write(then) {
    clearTimeout(timer);
    timer = undefined;
    const link = linkNow();
    const mine = ++turn;
    if (typeof link === "string") return put(link, then);
    written = written.then(async () => {
      const text = (await link) ?? "#";
      if (then || mine === turn) put(text, then);
    });
  }

  /** @param {string} link @param {(() => void) | undefined} then */
  function put(link, then) {
    history.replaceState(null, "", link);
    then?.();
  }

  function linkNow() {
    const { document, playback, answer } = store.state;
    const known = answer?.document.source === document.source;
    return linkTo(document, { step: known ? playback.step : null, lang: chosenLanguage() });
  }

  store.watch((state, before) => {
    const moved = state.playback.step !== before.playback.step && before.answer !== null;
    const edited = state.document !== before.document;
    const spoken = state.language !== before.language;
    if (!moved && !edited && !spoken) return;
    const dragged = !moved && state.document.source === before.document.source;
    timer ??= setTimeout(() => write(), dragged ? DRAGGED : SOON);
  });
  addEventListener("popstate", () => read(location.hash)); // also where both ends are alike

  return {
    /** A new program, not an edit of this one: back leads to the old one. */
    push() {
      write(() => history.pushState(null, "", location.hash || "#"));
    },
  };
}
