// A question that is long in coming: whoever waits is told, and the next question does not wait for it.

/** @import { Store } from "../../store.js" */
/** @import { Post } from "../server/server.js" */

/** Milliseconds that nobody shall wait without a word. */
const LONG = 6000;

/** @param {Store} store @param {Post} post @returns {Post} */
export function tellingSilence(store, post) {
  return async (path, body, asking) => {
    const timer = setTimeout(() => store.update({ silent: true }), LONG);
    try {
      return await post(path, body, asking);
    } finally {
      clearTimeout(timer);
      // Given up for a newer question, it was still not answered.
      if (store.state.silent && !asking.signal?.aborted) store.update({ silent: false });
    }
  };
}
