// Names as mathematics writes them: w_1 with a subscript, an earlier binding of h as h′.

/** @typedef {{ text: string, low: boolean }} Part */

const SUBSCRIPT = /(?<=[\p{L}\p{N}])_([\p{L}\p{N}_]+)/gu;

const EARLIER = /@(\d+)/g;
const PRIMES = "′″‴⁗";

/** @param {string} typed @returns {Part[]} */
export function partsOf(typed) {
  const name = typed.replace(EARLIER, (_, n) => PRIMES[Number(n) - 1] ?? `⁽${n}⁾`);
  /** @type {Part[]} */
  const parts = [];
  let end = 0;
  for (const match of name.matchAll(SUBSCRIPT)) {
    if (match.index > end) parts.push({ text: name.slice(end, match.index), low: false });
    parts.push({ text: match[1] ?? "", low: true });
    end = match.index + match[0].length;
  }
  if (end < name.length) parts.push({ text: name.slice(end), low: false });
  return parts;
}
