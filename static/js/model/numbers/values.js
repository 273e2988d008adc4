// What can be the value of an input: a number, or rows of numbers that are alike.

/** @import { Value } from "../../types.js" */

const NOT_FINITE = ["Infinity", "-Infinity", "NaN"];

/** @param {unknown} value @returns {value is Value} */
export function isValue(value) {
  return shapeOf(value) !== null;
}

/** As text, because texts are easily compared. @param {unknown} value @returns {string | null} null where it has none */
function shapeOf(value) {
  if (!Array.isArray(value)) return isNumber(value) ? "" : null;
  const [first = "", ...others] = new Set(value.map(shapeOf));
  return first === null || others.length > 0 ? null : `${value.length},${first}`;
}

/** @param {unknown} value */
function isNumber(value) {
  return typeof value === "number" ? Number.isFinite(value) : NOT_FINITE.includes(String(value));
}

/** Whether two values, or whatever holds values, say the same. @param {unknown} one @param {unknown} other */
export function same(one, other) {
  return JSON.stringify(one) === JSON.stringify(other);
}
