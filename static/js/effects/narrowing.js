// Full-width symbols are made plain in the text once the hand rests, with a notice that can undo it.

/** @import { Store } from "../store.js" */
import { narrowed } from "../model/text/fullwidth.js";
import { afterRest } from "../rest.js";

const REST = 600;
/** Of the catalogue: the server read a symbol as another. */
const CODE = "converted-symbol";

/** @param {Store} store
 * @param {{ composing: () => boolean, rewrite: (source: string) => void }} editor */
export function narrowing(store, { composing, rewrite }) {
  /** Once taken back, the text is left alone for as long as it has such symbols. */
  let declined = false;
  const soon = afterRest(REST, convert);
  store.watch((state, before) => {
    if (state.document.source !== before.document.source) changed(state.document.source);
    if (state.ready && !before.ready && isTold()) soon();
  });

  function isTold() {
    const { answer } = store.state;
    return answer?.trace.warnings?.some(({ code }) => code === CODE) ?? false;
  }

  function convert() {
    const { source } = store.state.document;
    const plain = narrowed(source);
    if (!store.state.ready || !isTold() || declined || plain === source) return;
    if (composing()) return soon();
    rewrite(plain);
    store.update({ narrowed: { was: source, now: plain } });
  }

  /** The notice is about one text; going back to what was typed, by any way, declines it.
   * @param {string} source */
  function changed(source) {
    const { narrowed: done } = store.state;
    if (narrowed(source) === source) declined = false;
    if (source === done?.was) declined = true;
    if (done && source !== done.now) store.update({ narrowed: null });
  }

  return {
    undo() {
      const { narrowed: done } = store.state;
      if (done) rewrite(done.was);
    },
    close: () => store.update({ narrowed: null }),
  };
}
