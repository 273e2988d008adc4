// Each place of a column goes where its edges cross the fewest others, as long as that takes any away.
// (Matuszewski, Schönfeld, Molitor: Using sifting for k-layer straightline crossing minimization, 1999.)

/** @import { Ladder } from "./ladder.js" */
import { above, backward, onward } from "./crossings.js";
import { ranksOf } from "./ladder.js";

/** There and back through the columns at most so many times. */
const ROUNDS = 30;

/** @param {Ladder} ladder whose columns are put into another order
 * @returns {number} how much work it was: pairs of places that were compared */
export function settle(ladder) {
  const rank = ranksOf(ladder);
  const there = [...ladder.columns.keys()];
  let work = 0;
  for (let round = 0; round < ROUNDS; round++) {
    const changed = [...there, ...there.toReversed()].filter((at) => {
      work += (ladder.columns[at]?.length ?? 0) ** 2;
      return sifted(ladder, rank, at);
    });
    if (changed.length === 0) break;
  }
  return work;
}

/** Neighbours of a column stand as they did at first, wherever no edge minds.
 * @param {Ladder} ladder @param {Int32Array} first where each place stood */
export function asBefore(ladder, first) {
  const rank = ranksOf(ladder);
  for (const [at, places] of ladder.columns.entries()) {
    const cost = costs(ladder, rank, places);
    const order = [...places.keys()];
    const free = (/** @type {number} */ above, /** @type {number} */ below) =>
      (cost[below * places.length + above] ?? 0) <= 0 &&
      (first[places[below] ?? 0] ?? 0) < (first[places[above] ?? 0] ?? 0);
    for (const end of places.keys()) risen(order, end, free);
    reorder(ladder, rank, at, order);
  }
}

/** One of them goes up past those that it may pass.
 * @param {number[]} order @param {number} end @param {(above: number, below: number) => boolean} may */
function risen(order, end, may) {
  for (let i = end; i > 0; i--) {
    const [above, below] = [order[i - 1] ?? 0, order[i] ?? 0];
    if (!may(above, below)) return;
    [order[i - 1], order[i]] = [below, above];
  }
}

/** @param {Ladder} ladder @param {Int32Array} rank @param {number} at @param {number[]} order */
function reorder(ladder, rank, at, order) {
  const places = order.map((i) => ladder.columns[at]?.[i] ?? -1);
  ladder.columns[at] = places;
  for (const [i, place] of places.entries()) rank[place] = i;
}

/** @param {Ladder} ladder @param {Int32Array} rank @param {number} at */
function sifted(ladder, rank, at) {
  const places = ladder.columns[at] ?? [];
  const cost = costs(ladder, rank, places);
  const order = [...places.keys()];
  let changed = false;
  for (let any = true; any; ) {
    any = false;
    for (const each of places.keys()) if (moved(order, each, cost, places.length)) any = true;
    changed ||= any;
  }
  if (changed) reorder(ladder, rank, at, order);
  return changed;
}

/** For each pair of a column, how many crossings more there are with the first above the second.
 * @param {Ladder} ladder @param {Int32Array} rank @param {number[]} places */
function costs(ladder, rank, places) {
  const on = places.map((place) => onward(ladder, rank, place));
  const back = places.map((place) => backward(ladder, rank, place));
  const { length } = places;
  const cost = new Int32Array(length * length);
  for (let i = 0; i < length; i++)
    for (let j = i + 1; j < length; j++) {
      const more = difference(on[i] ?? [], on[j] ?? []) + difference(back[i] ?? [], back[j] ?? []);
      cost[i * length + j] = more;
      cost[j * length + i] = -more;
    }
  return cost;
}

/** @param {number[]} first @param {number[]} second */
function difference(first, second) {
  return above(first, second) - above(second, first);
}

/** One of them to its best place; on equal terms it stays.
 * @param {number[]} order @param {number} each @param {Int32Array} cost @param {number} length */
function moved(order, each, cost, length) {
  const here = order.indexOf(each);
  let [best, where] = [0, here];
  for (const way of [-1, 1])
    for (let at = here + way, sum = 0; at >= 0 && at < length; at += way) {
      sum += way * (cost[(order[at] ?? 0) * length + each] ?? 0);
      if (sum < best) [best, where] = [sum, at];
    }
  if (where === here) return false;
  order.splice(here, 1);
  order.splice(where, 0, each);
  return true;
}
