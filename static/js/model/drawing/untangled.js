// The order in the columns in which the fewest edges cross, of many that are tried: always the same one
// for the same drawing, and as near to the one there was as it can be.

/** @import { Ladder } from "./ladder.js" */
import { crossings, inversions } from "./crossings.js";
import { ranksOf } from "./ladder.js";
import { asBefore, settle } from "./sifting.js";
import { rearranged } from "./strands.js";

/** How often another order is tried, and how many pairs of places may be compared for it in all. */
const TRIES = 60;
const WORK = 10_000_000;
const SWEEPS = 8;
/** Places that are put elsewhere to start from: some, and one more for so many columns. */
const NUDGED = { least: 3, columns: 4 };

/** An order, its crossings, and how many pairs have changed places in it.
 * @typedef {{ ladder: Ladder, crossings: number, changed: number }} Tried */

/** @param {Ladder} ladder @returns {number[][]} its columns, in order */
export function untangled(ladder) {
  const chance = chances();
  const first = ranksOf(ladder);
  const own = { ...ladder, columns: copied(ladder) };
  let work = settle(own);
  let best = tried(own, first);
  for (let turn = 0; turn < TRIES && best.crossings > 0 && work < WORK; turn++) {
    const other = { ...ladder, columns: copied(best.ladder) };
    if (turn % 2 === 0) for (const places of other.columns) shuffle(places, chance);
    else nudge(other.columns, chance);
    swept(other);
    work += settle(other);
    best = better(tried(other, first), best);
  }
  for (const columns of rearranged(best.ladder, first))
    best = better(tried({ ...ladder, columns }, first), best);
  return best.ladder.columns;
}

/** @param {Ladder} ladder @param {Int32Array} first where each place stood @returns {Tried} */
function tried(ladder, first) {
  asBefore(ladder, first);
  const stood = ladder.columns.map((places) => places.map((place) => first[place] ?? 0));
  const changed = stood.reduce((sum, ranks) => sum + inversions(Float64Array.from(ranks)), 0);
  return { ladder, crossings: crossings(ladder), changed };
}

/** Fewer crossings; of as many, what is nearer to the order there was.
 * @param {Tried} one @param {Tried} other */
function better(one, other) {
  if (one.crossings === other.crossings) return one.changed < other.changed ? one : other;
  return one.crossings < other.crossings ? one : other;
}

/** @param {Ladder} ladder */
function copied({ columns }) {
  return columns.map((places) => places.slice());
}

/** Numbers from 0 to 1 by chance, the same ones every time. (Tommy Ettinger's mulberry32.) */
function chances() {
  let state = 1;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** @param {number[]} places @param {() => number} chance */
function shuffle(places, chance) {
  for (let i = places.length - 1; i > 0; i--) {
    const j = Math.floor(chance() * (i + 1));
    [places[i], places[j]] = [places[j] ?? 0, places[i] ?? 0];
  }
}

/** @param {number[][]} columns @param {() => number} chance */
function nudge(columns, chance) {
  const pick = (/** @type {unknown[]} */ { length }) => Math.floor(chance() * length);
  for (let left = NUDGED.least + columns.length / NUDGED.columns; left > 0; left--) {
    const places = columns[pick(columns)] ?? [];
    places.splice(pick(places), 0, ...places.splice(pick(places), 1));
  }
}

/** Each place by the middle of its neighbours in the column before, then after, and again.
 * @param {Ladder} ladder whose columns end in the best order that was come by */
function swept(ladder) {
  const rank = ranksOf(ladder);
  let [best, least] = [copied(ladder), crossings(ladder)];
  for (let sweep = 0; sweep < SWEEPS; sweep++) {
    const back = sweep % 2 === 1;
    const way = [...ladder.columns.keys()];
    for (const at of back ? way.reverse() : way) arrange(ladder, rank, at, back);
    const found = crossings(ladder);
    if (found < least) [best, least] = [copied(ladder), found];
  }
  ladder.columns.splice(0, best.length, ...best);
}

/** Who has no neighbour there keeps its place. @param {Ladder} ladder @param {Int32Array} rank
 * @param {number} at @param {boolean} back */
function arrange({ columns, after, before }, rank, at, back) {
  const places = columns[at] ?? [];
  const middle = new Map(
    places.map((place) => {
      const beside = back ? (after[place] ?? []).map(({ to }) => to) : (before[place] ?? []);
      return [place, beside.reduce((sum, each) => sum + (rank[each] ?? 0), 0) / beside.length];
    }),
  );
  const by = (/** @type {number} */ place) => middle.get(place) ?? 0;
  const tied = places.filter((place) => !Number.isNaN(by(place))).sort((a, b) => by(a) - by(b));
  columns[at] = places.map((place) => (Number.isNaN(by(place)) ? place : (tied.shift() ?? place)));
  for (const [i, place] of (columns[at] ?? []).entries()) rank[place] = i;
}
