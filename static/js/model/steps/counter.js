// The work of a derivative: every path written out, after so many folds, and factored.

/** @import { PathsAnswer, Whole, Work } from "../../types.js" */

/** @typedef {{ key: "written" | "now" | "factored", paths: string | null, work: Work }} Count */

/** Whether factors that are always 1 are left out: unless nothing else would be left.
 * @param {PathsAnswer} found */
export function leavesOnesOut({ cost }) {
  const ones = cost.without_ones;
  return ones !== null && ones.listed.multiplications !== 0 && differs(ones.listed, cost.listed);
}

/** @param {PathsAnswer} found @param {number | null} folds how many are done, if any are shown @returns {Count[]} */
export function countsOf(found, folds) {
  const { cost, factored, count } = found;
  const short = leavesOnesOut(found);
  const { listed, factored: at } = short && cost.without_ones ? cost.without_ones : cost;
  const last = factored.folds.at(-1);
  const end = { key: /** @type {const} */ ("factored"), paths: last?.paths ?? null, work: at };
  const start = { key: /** @type {const} */ ("written"), paths: count, work: listed };
  if (folds === null) return [start, end];
  const fold = factored.folds[folds - 1];
  const work = fold ? (short ? fold.without_ones : fold.work) : listed;
  return [start, { key: "now", paths: fold?.paths ?? count, work }, end];
}

/** @param {Record<keyof Work, Whole>} one @param {Record<keyof Work, Whole>} other */
function differs(one, other) {
  return one.multiplications !== other.multiplications || one.additions !== other.additions;
}
