// Parts of a drawing that hang together only beyond some column: each may change places with the others
// as a whole, and no edge in it crosses another for that.

/** @import { Ladder } from "./ladder.js" */

/** For each column, the columns up to it, and those from it on, with their parts as near as can be to
 * where these stood at first. @param {Ladder} ladder @param {Int32Array} first where each place stood
 * @returns {number[][][]} all columns, each time in another order */
export function rearranged(ladder, first) {
  const all = [...ladder.columns.keys()];
  return all.flatMap((at) => [
    sorted(ladder, first, all.slice(0, at + 1)),
    sorted(ladder, first, all.slice(at)),
  ]);
}

/** @param {Ladder} ladder @param {Int32Array} first @param {number[]} within some of the columns */
function sorted(ladder, first, within) {
  const strand = strandsOf(ladder, within);
  /** How far down each stood, on average. @type {Map<number, { sum: number, count: number }>} */
  const stood = new Map();
  for (const at of within)
    for (const place of ladder.columns[at] ?? []) {
      const name = strand.get(place) ?? place;
      const { sum, count } = stood.get(name) ?? { sum: 0, count: 0 };
      const share = ((first[place] ?? 0) + 0.5) / (ladder.columns[at]?.length ?? 1);
      stood.set(name, { sum: sum + share, count: count + 1 });
    }
  const key = (/** @type {number} */ place) => {
    const { sum, count } = stood.get(strand.get(place) ?? place) ?? { sum: 0, count: 1 };
    return sum / count;
  };
  return ladder.columns.map((places, at) =>
    within.includes(at) ? places.toSorted((a, b) => key(a) - key(b)) : places.slice(),
  );
}

/** A name for each place, the same for all that hang together within these columns.
 * @param {Ladder} ladder @param {number[]} within */
function strandsOf(ladder, within) {
  const inside = new Set(within);
  /** @type {Map<number, number>} */
  const strand = new Map();
  for (const place of within.flatMap((at) => ladder.columns[at] ?? []))
    if (!strand.has(place)) follow(ladder, place, inside, strand);
  return strand;
}

/** All that hangs together with a place has its name.
 * @param {Ladder} ladder @param {number} place @param {Set<number>} inside
 * @param {Map<number, number>} strand */
function follow({ column, after, before }, place, inside, strand) {
  const waiting = [place];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (strand.has(next) || !inside.has(column[next] ?? -1)) continue;
    strand.set(next, place);
    waiting.push(...(after[next] ?? []).map(({ to }) => to), ...(before[next] ?? []));
  }
}
