// Whole numbers of any size as people read them: digits in threes, all of them.

/** @import { Whole } from "../../types.js" */

/** A narrow space, at which a long number may not break; after twelve digits it may. */
const THIN = "\u202f";

/** @param {Whole} whole */
export function showWhole(whole) {
  const digits = String(whole);
  if (digits.length <= 4) return digits;
  const first = digits.length % 3 || 3;
  const groups = [digits.slice(0, first), ...(digits.slice(first).match(/\d{3}/g) ?? [])];
  return groups
    .map((group, i) => (i === 0 ? group : `${THIN}${i % 4 === 0 ? "\u200b" : ""}${group}`))
    .join("");
}
