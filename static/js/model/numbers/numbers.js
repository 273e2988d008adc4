// Numbers as people read them: as many significant digits as the reader likes, a real minus sign, tensors as head … tail.

/** @import { Local, Value } from "../../types.js" */
import { namesOnly, preferences } from "../document/preferences.js";

const SHOWN_ENTRIES = 4;
/** @type {Record<string, string>} */
const UNUSUAL = { Infinity: "∞", "-Infinity": "−∞", NaN: "NaN" };

/** A number that is to be found out: among names only it is put away.
 * @param {Local | undefined} value */
export function show(value) {
  return unlessHidden(showAnyway(value));
}

/** A number that was given, or a mark on a scale. @param {Local | undefined} value @returns {string} */
export function showAnyway(value) {
  if (value === null || value === undefined) return "";
  if (typeof value === "number") return showNumber(value);
  if (typeof value === "string") return UNUSUAL[value] ?? value;
  if (Array.isArray(value)) return showList(value);
  return markOf(value);
}

/** @param {number} x */
function showNumber(x) {
  const rounded = Number(x.toPrecision(preferences.digits));
  const size = Math.abs(rounded);
  const short = size !== 0 && (size < 1e-4 || size >= 1e6) ? exponent(rounded) : String(rounded);
  return short.replace("-", "−").replace("e-", "e−");
}

/** @param {number} x */
function exponent(x) {
  return x
    .toExponential(preferences.digits - 1)
    .replace(/\.?0+e/, "e")
    .replace("e+", "e");
}

/** @param {Value[]} list */
function showList(list) {
  const shown = entries(list).map(showAnyway);
  if (shown.length <= SHOWN_ENTRIES) return `[${shown.join(", ")}]`;
  return `[${shown[0]}, ${shown[1]} … ${shown.at(-1)}]`;
}

/** @param {Value[]} list @returns {Value[]} every number of a tensor, row after row */
export function entries(list) {
  return list.flatMap((entry) => (Array.isArray(entry) ? entries(entry) : [entry]));
}

/** The derivative of a tensor by a tensor is too large for a pill: entry by entry, or a whole matrix.
 * @param {import("../../types.js").Jacobian} local */
function markOf({ kind }) {
  return kind === "diagonal" ? "⊙" : "J";
}

/** A tensor in a small place: its first and last entry, in few digits.
 * @param {Value | null} value */
export function showBrief(value) {
  if (!Array.isArray(value)) return show(value);
  const all = entries(value).map((entry) => showAnyway(shortened(entry)));
  return unlessHidden(all.length <= 2 ? `[${all.join(", ")}]` : `[${all[0]} … ${all.at(-1)}]`);
}

/** @param {Value} entry @returns {Value} */
function shortened(entry) {
  return typeof entry === "number" ? Number(entry.toPrecision(2)) : entry;
}

/** Full precision, as the API writes it; empty where there is nothing yet.
 * @param {Local | undefined} value */
export function exact(value) {
  if (value === null || value === undefined) return "";
  return typeof value === "object" ? JSON.stringify(value) : String(value);
}

/** Where a reader wants names only: that there is a number, not which. @param {string} text */
export function unlessHidden(text) {
  return text !== "" && namesOnly() ? "?" : text;
}

const MOST_LETTERS = 400;

/** What hovering adds to a number: all its digits, where not all are shown.
 * @param {Local | undefined} value @returns {string | null} */
export function moreThan(value) {
  if (namesOnly()) return null;
  if (value !== null && typeof value === "object" && !Array.isArray(value)) return null;
  const all = exact(value).replaceAll("-", "−");
  if (all === show(value)) return null;
  return all.length > MOST_LETTERS ? `${all.slice(0, MOST_LETTERS)}…` : all;
}

/** @param {Local | undefined} value @returns {value is Value} */
export function isNumberLike(value) {
  return typeof value === "number" || typeof value === "string";
}

/** The size of a value for comparing: not-finite words become what JavaScript calls them.
 * @param {Local | undefined} value */
export function asNumber(value) {
  return isNumberLike(value) ? Number(value) : Number.NaN;
}

/** A sum in words: 3 + 2, or 3 − 2.
 * @param {Value[]} terms */
export function showSum(terms) {
  return terms
    .map(show)
    .map((text, i) => (i === 0 ? text : text.startsWith("−") ? `− ${text.slice(1)}` : `+ ${text}`))
    .join(" ");
}

/** A factor of a product; a negative one wears brackets unless it comes first.
 * @param {Local} value */
export function showFactor(value) {
  const text = show(value);
  return text.startsWith("−") ? `(${text})` : text;
}

/** Empty for one number, and where the shape cannot be told. @param {number[] | null} shape */
export function showShape(shape) {
  return shape?.join(" × ") ?? "";
}

/** How many axes a value has: none for one number. @param {{ shape: number[] | null }} of */
export function rankOf({ shape }) {
  return shape?.length ?? 0;
}
