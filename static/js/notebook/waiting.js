// A kernel that runs a cell answers nobody: after a while the reader is told why nothing moves.

/** @import { State } from "../types.js" */

const PATIENCE = 1500;

/** @param {HTMLElement} note */
export function waitingIn(note) {
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;
  return {
    /** @param {State} state @param {State} before */
    draw({ ready, problems }, before) {
      if (ready === before.ready && problems === before.problems) return;
      clearTimeout(timer);
      note.hidden = true;
      if (ready || problems.length > 0) return;
      timer = setTimeout(() => {
        note.hidden = false;
      }, PATIENCE);
    },
    close: () => clearTimeout(timer),
  };
}
