// What a link asks for and its program lacks: the last line stands in for an output that is not there.

/** @import { Store } from "../../store.js" */
/** @import { State } from "../../types.js" */

/** A name that a link made up is quoted, not echoed at length. */
const LONGEST_NAME = 40;

/** Told with the first answer, as long as the same is asked for. @param {Store} store @param {string} output */
export function tellMissing(store, output) {
  const settled = store.watch(look);
  look(store.state);

  /** @param {State} state */
  function look({ ready, answer, document, note }) {
    if (!ready && document.output === output) return;
    settled();
    const lost = document.output === output && answer?.document.output === null;
    const name = output.slice(0, LONGEST_NAME);
    if (lost && note === null) store.update({ note: { key: "output", fields: { name } } });
  }
}
