// The one stretch in which two texts differ, so that a cursor elsewhere stays where it is.

/** @param {string} before @param {string} after @returns {{ from: number, to: number, insert: string }} */
export function differenceOf(before, after) {
  const shorter = Math.min(before.length, after.length);
  let from = 0;
  while (from < shorter && before[from] === after[from]) from++;
  let tail = 0;
  while (tail < shorter - from && before.at(-1 - tail) === after.at(-1 - tail)) tail++;
  return { from, to: before.length - tail, insert: after.slice(from, after.length - tail) };
}
