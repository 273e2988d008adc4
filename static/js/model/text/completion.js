// What can be completed: the functions of the server's table, the names of the program, two constants.

/** @import { Operation } from "../../types.js" */

/** A name that can be typed on, and what is said about it.
 * @typedef {{ label: string, kind: "function" | "name" | "constant" | "keyword", detail: string,
 *   operation: Operation | null }} Choice */

const NAME = /[\p{L}_][\p{L}\p{N}_]*/gu;
const CONSTANTS = ["pi", "inf"];
const KEYWORDS = ["repeat"];

/** @param {Iterable<Operation>} operations @returns {Choice[]} */
export function functionsOf(operations) {
  return [...operations]
    .filter(({ callable }) => callable)
    .flatMap((operation) =>
      [operation.name, ...operation.aliases].map((label) => ({
        label,
        kind: /** @type {const} */ ("function"),
        detail: `(${operation.signature})`,
        operation,
      })),
    );
}

/** Names that stand in the program, but not the one at the cursor, and no function that is called.
 * @param {string} source @param {number} at where the cursor is @param {Map<string, string>} values @returns {Choice[]} */
export function namesIn(source, at, values) {
  const found = new Set();
  for (const match of source.replace(/#.*/g, blank).matchAll(NAME)) {
    const end = match.index + match[0].length;
    const typing = match.index < at && end >= at;
    if (!typing && !/^\s*\(/.test(source.slice(end))) found.add(match[0]);
  }
  return [...found]
    .filter((name) => ![...CONSTANTS, ...KEYWORDS, "as"].includes(name))
    .map((label) => ({
      label,
      kind: /** @type {const} */ ("name"),
      detail: values.has(label) ? `= ${values.get(label)}` : "",
      operation: null,
    }));
}

/** @returns {Choice[]} */
export function fixedNames() {
  return [
    ...CONSTANTS.map((label) => choice(label, "constant")),
    ...KEYWORDS.map((label) => choice(label, "keyword")),
  ];
}

/** @param {string} label @param {Choice["kind"]} kind @returns {Choice} */
function choice(label, kind) {
  return { label, kind, detail: "", operation: null };
}

/** Places stay what they were. @param {string} text */
function blank(text) {
  return " ".repeat(text.length);
}
