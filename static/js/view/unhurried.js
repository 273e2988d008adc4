// A panel that lets the graph go first: while only numbers change it follows a frame later, and a hand
// that drags a value, or flies through the steps, does not wait for it at each move.

/** @import { Frame, State } from "../types.js" */
/** @import { Panel } from "./page/panels.js" */
import { following } from "./following.js";
import { remembering } from "./remembering.js";

/** Milliseconds between two drawings while the next answer is on its way already, or answers follow
 * each other: a hand drags. */
const DRAGGED = 300;
const DRAGGING = 70;
/** Steps that follow each other faster than this are flown through; then it is drawn this often. */
const FLYING = 50;
const FLOWN = 100;

/** @param {Panel} panel @param {(state: State) => unknown[]} urgent what, besides a step, is shown at once
 * @returns {Panel} */
export function unhurried(panel, urgent) {
  const turned = remembering();
  const moved = remembering();
  const stepped = remembering();
  const flies = following(FLYING);
  const drags = following(DRAGGING);
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

  /** How long it may wait; null where it may not. @param {State} state */
  function patience({ answer, playback, ready }) {
    const other = moved([answer]);
    if (stepped([playback.step])) return patienceInFlight();
    if (other) return drags() || !ready ? DRAGGED : 0;
    return soon && DRAGGED;
  }

  /** Whether this step follows another one at once. */
  function patienceInFlight() {
    return flies() ? FLOWN : null;
  }

  return {
    draw(state, frame) {
      latest = [state, frame];
      const wait = patience(state);
      if (turned(urgent(state)) || wait === null) now();
      else if (wait === 0) later(0);
      else if (!soon) later(wait);
    },
  };
}
