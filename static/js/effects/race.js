// The race: both modes from their first step on, side by side.

/** @import { Document } from "../types.js" */
/** @import { Store } from "../store.js" */
import { inMode, modeOf, movingOf } from "../model/document/mode.js";

/** @param {Store} store @param {{ show: (document: Document, step: number) => void, act: (type: string) => void }} page
 * @returns {() => void} */
export function raceOf(store, { show, act }) {
  let waiting = false;
  store.watch(({ ready, answer, document }) => {
    if (!waiting || !ready) return;
    waiting = false;
    if (answer?.beside && modeOf(document) === "both") act("play");
  });
  return () => {
    const { document, answer } = store.state;
    if (!answer) return;
    waiting = true;
    show(inMode(document, "both", movingOf(document, answer.inputs)), 0);
  };
}
