// A tensor as a small picture: its rows and columns, each number as a share of the largest.

/** @import { Value } from "../../types.js" */
import { asNumber } from "../numbers/numbers.js";

/** More cells could not be told apart. */
const MOST = 32;

/** One cell: from -1 to 1, or not a number. @typedef {{ value: Value, share: number }} Cell */

/** The rows of a vector (one) or a matrix; of larger tensors, all their matrices below one another.
 * @param {Value | null | undefined} value @returns {{ rows: Cell[][], largest: number, cut: boolean } | null} */
export function heatOf(value) {
  if (!Array.isArray(value)) return null;
  const all = rowsOf(value);
  const rows = all.slice(0, MOST).map((row) => row.slice(0, MOST));
  const sizes = rows.flat().map((each) => Math.abs(asNumber(each)));
  const largest = sizes.filter(Number.isFinite).reduce((high, each) => Math.max(high, each), 0);
  const cut = all.length > MOST || all.some((row) => row.length > MOST);
  return {
    rows: rows.map((row) => row.map((each) => ({ value: each, share: shareOf(each, largest) }))),
    largest,
    cut,
  };
}

/** @param {Value[]} value @returns {Value[][]} */
function rowsOf(value) {
  if (!Array.isArray(value[0])) return [value];
  return value.flatMap((row) => (Array.isArray(row) ? rowsOf(row) : []));
}

/** @param {Value} value @param {number} largest */
function shareOf(value, largest) {
  const number = asNumber(value);
  if (!Number.isFinite(number)) return number;
  return largest === 0 ? 0 : number / largest;
}
