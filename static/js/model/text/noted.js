// The note of a line: the comment at its end, and the comments right above it.

/** @import { Pieces } from "./pieces.js" */
/** @import { Range } from "./spans.js" */
import { noteStart, pieceAt, withNotes } from "./pieces.js";

/** What a comment begins with: signs that are not part of what it says. */
const MARKS = /^[\s#＃%]+/u;

/** @typedef {{ text: string, last: Range }} Note `last` is where the last part of it is written */

/** @param {Pieces} found @param {number} line @param {boolean} latex @returns {Note | null} */
export function noteAt(found, line, latex) {
  const at = pieceAt(found, line);
  const piece = found.pieces[at];
  if (piece?.kind !== "code") return null;
  /** @type {{ text: string, last: Range }[]} */
  const parts = [];
  for (let each = withNotes(found, at); each <= piece.last; each++) {
    const part = partOn(found.lines, each, latex);
    if (part !== null) parts.push(part);
  }
  const last = parts.at(-1)?.last;
  return last ? { text: parts.map(({ text }) => text).join("\n"), last } : null;
}

/** @param {string[]} lines @param {number} line @param {boolean} latex */
function partOn(lines, line, latex) {
  const whole = lines[line - 1] ?? "";
  const comment = whole.slice(noteStart(whole, latex));
  const text = comment.replace(MARKS, "").trimEnd();
  if (text === "") return null;
  const before = lines.slice(0, line - 1).reduce((sum, each) => sum + each.length + 1, 0);
  const from = before + whole.length - comment.replace(MARKS, "").length;
  return { text, last: { from, to: from + text.length } };
}

/** The place where a line without a note gets one, and what begins it.
 * @param {Pieces} found @param {number} line @param {boolean} latex */
export function noteBegun({ lines, pieces }, line, latex) {
  const end = pieces.find(({ last }) => line <= last)?.last ?? line;
  const whole = lines[end - 1] ?? "";
  const code = whole.slice(0, noteStart(whole, latex)).trimEnd();
  const before = lines.slice(0, end - 1).reduce((sum, each) => sum + each.length + 1, 0);
  return {
    from: before + code.length,
    to: before + whole.length,
    insert: `${code === "" ? "" : "  "}${latex ? "%" : "#"} `,
  };
}
