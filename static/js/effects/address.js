// The address bar: what is on screen is written into it, and what is written there is shown.

/** @import { Store } from "../store.js" */
import { writeLink } from "../model/link.js";

/** Every change is in the link well within the blink of an eye, without flooding the browser. */
const SOON = 60;

/** @param {Store} store @param {{ chosenLanguage: () => string | null, read: (fragment: string) => void }} page */
export function bindAddress(store, { chosenLanguage, read }) {
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;

  function write() {
    clearTimeout(timer);
    timer = undefined;
    history.replaceState(null, "", fragment());
  }

  function fragment() {
    const { document, playback, answer } = store.state;
    const known = answer?.document.source === document.source;
    return writeLink(document, { step: known ? playback.step : null, lang: chosenLanguage() });
  }

  store.watch((state, before) => {
    const moved = state.playback.step !== before.playback.step && before.answer !== null;
    const edited = state.document !== before.document;
    const spoken = state.language !== before.language;
    if (moved || edited || spoken) timer ??= setTimeout(write, SOON);
  });
  addEventListener("hashchange", () => read(location.hash));

  return {
    /** A new program, not an edit of this one: back leads to the old one. */
    push() {
      write();
      history.pushState(null, "", location.hash);
    },
  };
}
