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

/** Of a long line, this much around the part that is meant. */
const AROUND = 24;
const MOST = 80;

/** The line a span begins on, in three parts: what is before it, its own, what comes after.
 * @param {string} source @param {Span | null | undefined} span */
export function writtenAt(source, span) {
  const range = rangeOf(source, span);
  if (!range || range.from === range.to) return null;
  const start = source.lastIndexOf("\n", range.from - 1) + 1;
  const end = source.indexOf("\n", range.from);
  const line = source.slice(start, end < 0 ? source.length : end);
  const [from, to] = [range.from - start, Math.min(range.to - start, line.length)];
  return {
    before: from > AROUND ? `…${line.slice(from - AROUND, from)}` : line.slice(0, from),
    own: short(line.slice(from, to), MOST),
    after: short(line.slice(to), AROUND),
  };
}

/** @param {string} text @param {number} most */
function short(text, most) {
  return text.length > most ? `${text.slice(0, most)}…` : text;
}

const BEFORE = /[\p{L}\p{N}_]*$/u;
const AFTER = /^[\p{L}\p{N}_]*/u;

/** The node that is named at this place of the text; else the smallest one written around it.
 * @param {import("../../types.js").Graph} graph @param {string} source @param {number} place */
export function nodeAt(graph, source, place) {
  const before = BEFORE.exec(source.slice(0, place))?.[0] ?? "";
  const name = before + (AFTER.exec(source.slice(place))?.[0] ?? "");
  return graph.nodes.find((node) => node.name === name) ?? smallestAt(graph, source, place);
}

/** @param {import("../../types.js").Graph} graph @param {string} source @param {number} place */
function smallestAt(graph, source, place) {
  /** @type {{ node: import("../../types.js").GraphNode, width: number } | null} */
  let best = null;
  for (const node of graph.nodes) {
    const range = rangeOf(source, node.span);
    if (!range || place < range.from || place > range.to) continue;
    const width = range.to - range.from;
    if (!best || width < best.width) best = { node, width };
  }
  return best?.node ?? null;
}

/** @param {string} source @param {number} line @param {number} column @returns {number | null} */
function offset(source, line, column) {
  const lines = source.split("\n");
  const text = lines[line - 1];
  if (text === undefined) return null;
  const before = lines.slice(0, line - 1).reduce((sum, each) => sum + each.length + 1, 0);
  return before + [...text].slice(0, column).join("").length;
}
