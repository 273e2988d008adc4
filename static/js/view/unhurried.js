// A panel that lets the numbers of the graph go first: while only they change, it follows a frame
// later, and a hand that drags does not wait for it at each move.

/** @import { Frame, State } from "../types.js" */
/** @import { Panel } from "./panels.js" */
import { remembering } from "./remembering.js";

/** Milliseconds between two drawings while the next answer is on its way already. */
const DRAGGED = 400;

/** @param {Panel} panel @param {(state: State) => unknown[]} urgent what is shown at once @returns {Panel} */
export function unhurried(panel, urgent) {
  const turned = remembering();
  const moved = remembering();
  /** What it shall show. @type {[State, Frame] | null} */
  let latest = null;
  /** When it will. @type {{ drawn: number, timer?: ReturnType<typeof setTimeout> } | null} */
  let soon = null;

  function now() {
    cancel();
    if (latest) panel.draw(...latest);
  }

  /** After the frame that shows the numbers. @param {number} wait */
  function later(wait) {
    cancel();
    const drawn = requestAnimationFrame(() => {
      soon = { drawn, timer: setTimeout(now, wait) };
    });
    soon = { drawn };
  }

  function cancel() {
    if (soon) cancelAnimationFrame(soon.drawn);
    clearTimeout(soon?.timer);
    soon = null;
  }

  return {
    draw(state, frame) {
      latest = [state, frame];
      const other = moved([state.answer]);
      if (turned(urgent(state)) || !(other || soon)) now();
      else if (other && state.ready) later(0);
      else if (!soon) later(DRAGGED);
    },
  };
}
