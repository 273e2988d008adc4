// How often edges cross between the columns of a drawing: only the order in the columns counts.

/** @import { Ladder } from "./ladder.js" */
import { ranksOf } from "./ladder.js";

/** More operands than any card has. */
const PORTS = 4096;

/** @param {Ladder} ladder */
export function crossings(ladder) {
  const rank = ranksOf(ladder);
  return ladder.columns.reduce((sum, places) => {
    const keys = places.flatMap((place) => onward(ladder, rank, place));
    return sum + inversions(Float64Array.from(keys));
  }, 0);
}

/** Where the edges of a place go, in order. @param {Ladder} ladder @param {Int32Array} rank
 * @param {number} place */
export function onward({ after }, rank, place) {
  const keys = (after[place] ?? []).map(({ to, port }) => (rank[to] ?? 0) * PORTS + port);
  return keys.sort((a, b) => a - b);
}

/** Where they come from. @param {Ladder} ladder @param {Int32Array} rank @param {number} place */
export function backward({ before }, rank, place) {
  return (before[place] ?? []).map((from) => rank[from] ?? 0).sort((a, b) => a - b);
}

/** How many pairs have a number of the first list above a smaller one of the second; both sorted.
 * @param {number[]} first @param {number[]} second */
export function above(first, second) {
  let [found, below] = [0, 0];
  for (const key of first) {
    while (below < second.length && (second[below] ?? 0) < key) below += 1;
    found += below;
  }
  return found;
}

/** Pairs that are in the wrong order, counted while they are merged.
 * @param {Float64Array} keys which are sorted @returns {number} */
export function inversions(keys) {
  if (keys.length < 2) return 0;
  const half = keys.length >> 1;
  const [left, right] = [keys.slice(0, half), keys.slice(half)];
  return inversions(left) + inversions(right) + merged(keys, left, right);
}

/** @param {Float64Array} keys @param {Float64Array} left @param {Float64Array} right */
function merged(keys, left, right) {
  let [i, j, found] = [0, 0, 0];
  for (const k of keys.keys()) {
    const [a = Infinity, b = Infinity] = [left[i], right[j]];
    keys[k] = Math.min(a, b);
    if (b < a) found += left.length - i;
    if (b < a) j += 1;
    else i += 1;
  }
  return found;
}
