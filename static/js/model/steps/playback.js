// Which step is on show. Pure: (state, action) -> state; a clock elsewhere sends "tick".

/** @import { Playback } from "../../types.js" */
import { within as withinLoop } from "./loop.js";

/** Steps only switch: nothing has time to move. */
export const INSTANT = 16;
/** How many times faster than one step in 0.4 seconds. */
export const SPEEDS = [0.25, 0.5, 1, 2, 4, INSTANT];
const STEP_MILLISECONDS = 400;
const HOLD = 1000;

/** @type {Playback} */
export const STOPPED = { step: 0, last: 0, playing: false, speed: 1 };

/** Where "next" and "back" stop, if not at every step, and where playing does; or what it repeats.
 * @typedef {{ stops: number[] | null, breaks: number[], loop?: import("./loop.js").Loop | null }} Marks */

/** @type {Record<string, (state: Playback, to: number, marks: Marks) => Playback>} */
const actions = {
  play: (state, _, { loop }) => ({
    ...state,
    playing: state.last > 0,
    step: loop ? withinLoop(loop, state.step) : state.step === state.last ? 0 : state.step,
  }),
  pause: (state) => ({ ...state, playing: false }),
  first: (state) => seek(state, 0),
  back: (state, _, { stops }) => seek(state, before(state, stops)),
  next: (state, _, { stops }) => seek(state, after(state, stops)),
  last: (state) => seek(state, state.last),
  seek,
  tick: (state, _, { stops, breaks, loop }) => {
    if (loop) return { ...state, step: around(state, stops, loop) };
    const wanted = Math.min(after(state, stops), state.last);
    const broken = breaks.find((each) => each > state.step && each <= wanted);
    const step = broken ?? wanted;
    return { ...state, step, playing: state.playing && step < state.last && broken === undefined };
  },
  faster: (state) => shift(state, 1),
  slower: (state) => shift(state, -1),
  speed: (state, to) => ({ ...state, speed: to }),
  loop: (state) => ({ ...state, loop: !state.loop }),
};

/** @param {Playback} state @param {number[] | null} stops @param {import("./loop.js").Loop} loop */
function around(state, stops, loop) {
  if (withinLoop(loop, state.step) !== state.step) return loop.from;
  return Math.min(after(state, stops), loop.to);
}

/** @param {Playback} state @param {number[] | null} stops */
function after({ step, last }, stops) {
  return stops === null ? step + 1 : (stops.find((each) => each > step) ?? last);
}

/** @param {Playback} state @param {number[] | null} stops */
function before({ step }, stops) {
  return stops === null ? step - 1 : (stops.findLast((each) => each < step) ?? 0);
}

/** @param {Playback} state @param {number} to @returns {Playback} */
function seek(state, to) {
  return { ...state, playing: false, step: within(to, state.last) };
}

/** @param {number} step @param {number} last */
function within(step, last) {
  return Math.max(0, Math.min(Math.round(step), last));
}

/** @param {Playback} state @param {number} by @returns {Playback} */
function shift(state, by) {
  const at = SPEEDS.indexOf(state.speed) + by;
  return { ...state, speed: SPEEDS[at] ?? state.speed };
}

/** @type {Marks} */
const NO_MARKS = { stops: null, breaks: [] };

/** @param {Playback} state @param {string} type @param {number} [to] @param {Marks} [marks]
 * @returns {Playback} */
export function reduce(state, type, to = 0, marks = NO_MARKS) {
  const act = actions[type];
  if (!act) throw new Error(`unknown action: ${type}`);
  return act(state, to, marks);
}

/** A new trace: the same program keeps its place, another one opens at its end. Both pause.
 * @param {Playback} state @param {number} last @param {number | null} keep @returns {Playback} */
export function opened(state, last, keep) {
  return { ...state, last, playing: false, step: keep === null ? last : within(keep, last) };
}

/** Until the next step; before a part is played once more there is time to look at what it came to.
 * @param {Playback} state @param {Pick<Marks, "loop">} [marks] */
export function milliseconds(state, { loop } = {}) {
  const usual = STEP_MILLISECONDS / state.speed;
  return loop && state.step === loop.to ? Math.max(HOLD, usual) : usual;
}
