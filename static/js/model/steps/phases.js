// The timeline as two stretches of one track: values forward, then gradients back or tangents onward.

/** @import { History } from "../../types.js" */

/** @typedef {{ phase: "forward" | "reverse" | "tangent", from: number, to: number }} Stretch */

const MOST_TICKS = 60;

/** The stretches of the track, in steps.
 * @param {History} history @returns {Stretch[]} */
export function stretches(history) {
  const { turn, last } = history;
  if (last === 0) return [];
  if (turn === null) return [{ phase: "forward", from: 0, to: last }];
  return [
    { phase: "forward", from: 0, to: turn - 1 },
    { phase: history.sweep, from: turn - 1, to: last },
  ];
}

/** Where small marks stand: at every step, while they can be told apart.
 * @param {History} history @returns {number[]} */
export function ticks(history) {
  if (history.last > MOST_TICKS) return [];
  return Array.from({ length: Math.max(history.last - 1, 0) }, (_, i) => i + 1);
}

/** The step where the phase before or after this one begins, or a breakpoint on the way there.
 * @param {History} history @param {number} step @param {1 | -1} way @param {number[]} [breaks] */
export function nextPhase(history, step, way, breaks = []) {
  const within = breaks.filter((each) => each <= history.last);
  const ends = stretches(history).map((stretch) => stretch.to);
  const marks = [0, ...ends, ...within].sort((a, b) => a - b);
  const found = way > 0 ? marks.find((mark) => mark > step) : marks.findLast((mark) => mark < step);
  return found ?? step;
}
