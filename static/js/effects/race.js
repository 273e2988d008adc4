// The race: both modes from their first step on, side by side.

/** @import { Document } from "../types.js" */
/** @import { Store } from "../store.js" */
import { inMode, modeOf, movingOf } from "../model/document/mode.js";

/** @param {Store} store @param {{ show: (document: Document, step: number) => void, act: (type: string) => void }} page
 * @returns {() => void} */
export function raceOf(store, { show, act }) {
  /** The program that is to be raced. @type {string | null} */
  let waiting = null;
  store.watch(({ ready, answer, document }) => {
    if (waiting !== null && document.source !== waiting) waiting = null; // it has become another
    if (waiting === null || !ready) return;
    waiting = null;
    if (answer?.beside && modeOf(document) === "both") act("play");
  });
  return () => {
    const { document, answer } = store.state;
    if (!answer) return;
    waiting = document.source;
    show(inMode(document, "both", movingOf(document, answer.inputs)), 0);
  };
}
