// What is played again and again: from the first breakpoint to the last, where there are two; else the
// phase that is on show.

/** @import { History } from "../../types.js" */
import { stretches } from "./phases.js";

/** Its first step and its last. @typedef {{ from: number, to: number }} Loop */

/** @param {History} history @param {number[]} breaks in order @param {number} step @returns {Loop | null} */
export function loopOf(history, breaks, step) {
  const within = breaks.filter((each) => each <= history.last);
  const [first = 0, last = 0] = [within[0], within.at(-1)];
  if (first < last) return { from: first, to: last };
  const phase = stretches(history).find(({ to }) => step <= to);
  if (!phase) return null;
  const from = phase.from === 0 ? 0 : phase.from + 1; // where the one before ends nothing has begun
  return from < phase.to ? { from, to: phase.to } : null;
}

/** The step to go on from: its beginning, from its end and from elsewhere.
 * @param {Loop} loop @param {number} step */
export function within({ from, to }, step) {
  return step < from || step >= to ? from : step;
}
