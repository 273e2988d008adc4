// A table of derivatives as rows and columns: entries of the result down, entries of the operand across.

/** @import { Value } from "../../types.js" */
import { entries } from "./numbers.js";

/** Nested lists as rows of `columns` entries. @param {Value} data @param {number} columns
 * @returns {Value[][]} */
export function rowsOf(data, columns) {
  const flat = entries([data]);
  const width = Math.max(1, columns);
  return Array.from(
    { length: flat.length / width },
    (_, row) => /** @type {Value[]} */ (flat.slice(row * width, (row + 1) * width)),
  );
}

/** The entries of a tensor by name, in the order of `rowsOf`: `W[0, 1]`; a number is its own.
 * @param {string} name @param {number[]} shape @returns {string[]} */
export function entriesOf(name, shape) {
  const places = shape.reduce(
    (found, length) => found.flatMap((place) => Array.from({ length }, (_, i) => [...place, i])),
    /** @type {number[][]} */ ([[]]),
  );
  return places.map((place) => (place.length === 0 ? name : `${name}[${place.join(", ")}]`));
}

/** How many entries a tensor of this shape has. @param {number[] | null} shape */
export function sizeOf(shape) {
  return (shape ?? []).reduce((product, length) => product * length, 1);
}
