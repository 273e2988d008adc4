// Places in the program: the server counts code points, the editor counts UTF-16 units.

/** @import { Span } from "../../types.js" */

/** @typedef {{ from: number, to: number }} Range */

/** @param {string} source @param {Span | null | undefined} span @returns {Range | null} */
export function rangeOf(source, span) {
  if (!span) return null;
  const from = offset(source, span.line, span.start);
  const to = offset(source, span.end_line ?? span.line, span.end);
  return from === null || to === null ? null : { from, to: Math.max(from, to) };
}

/** @param {string} source @param {number} line @param {number} column @returns {number | null} */
function offset(source, line, column) {
  const lines = source.split("\n");
  const text = lines[line - 1];
  if (text === undefined) return null;
  const before = lines.slice(0, line - 1).reduce((sum, each) => sum + each.length + 1, 0);
  return before + [...text].slice(0, column).join("").length;
}
