// Lines moved, doubled and taken away: what changes in the text, so that all else stays as it is.

/** @import { Lines, Piece, Pieces } from "./pieces.js" */
import { pieceAt, unitFrom, withNotes } from "./pieces.js";

/** @typedef {{ from: number, to: number, insert: string }} Change */

/** What stands on a line, with all that belongs to it, once more below.
 * @param {Pieces} found @param {number} line @returns {Change[]} */
export function doubled(found, line) {
  const { first, last } = unitFrom(found.pieces, pieceAt(found, line));
  const end = endOf(found, last);
  return [{ from: end, to: end, insert: `\n${textOf(found, { first, last })}` }];
}

/** With its comments. @param {Pieces} found @param {number} line @returns {Change[]} */
export function removed(found, line) {
  const { first, last } = movingAt(found, line);
  const to = endOf(found, last);
  const from = startOf(found, first);
  if (last < found.lines.length) return [{ from, to: to + 1, insert: "" }];
  return [{ from: Math.max(0, from - 1), to, insert: "" }];
}

/** Past what is above it, or below: that is what moves, and a cursor in the line stays in it.
 * @param {Pieces} found @param {number} line @param {1 | -1} way
 * @returns {Change[]} nothing where it would leave what it is in */
export function moved(found, line, way) {
  const own = movingAt(found, line);
  const other = otherBy(found, own, way);
  if (other === null) return [];
  const text = textOf(found, other);
  const [from, to] = [startOf(found, other.first), endOf(found, other.last)];
  const [start, end] = [startOf(found, own.first), endOf(found, own.last)];
  if (way < 0)
    return [
      { from, to: to + 1, insert: "" },
      { from: end, to: end, insert: `\n${text}` },
    ];
  return [
    { from: start, to: start, insert: `${text}\n` },
    { from: from - 1, to, insert: "" },
  ];
}

/** A line with all that belongs to it. @param {Pieces} found @param {number} line @returns {Lines} */
function movingAt(found, line) {
  const at = pieceAt(found, line);
  return { first: withNotes(found, at), last: unitFrom(found.pieces, at).last };
}

/** What it changes places with. @param {Pieces} found @param {Lines} own @param {1 | -1} way
 * @returns {Lines | null} */
function otherBy(found, own, way) {
  const line = way < 0 ? own.first - 1 : own.last + 1;
  const next = found.pieces[pieceAt(found, line)];
  if (line < 1 || next === undefined) return null;
  const indent = indentIn(found, own);
  if (indent === null) return next; // a comment may stand anywhere
  return way < 0 ? above(found, next, indent) : below(found, next, indent);
}

/** @param {Pieces} found @param {Piece} before @param {number} indent @returns {Lines | null} */
function above(found, before, indent) {
  const { pieces } = found;
  if (before.kind !== "code") return before;
  if (before.indent < indent) return null; // the head of what it is in
  const heads = pieces.findIndex(
    (piece, at) => piece.indent >= indent && unitFrom(pieces, at).last === before.last,
  );
  return { first: withNotes(found, heads), last: before.last };
}

/** @param {Pieces} found @param {Piece} next @param {number} indent @returns {Lines | null} */
function below({ pieces }, next, indent) {
  const { first } = next;
  if (next.kind === "blank") return next;
  const at = pieces.findIndex((each) => each.first >= first && each.kind !== "note");
  const code = pieces[at];
  if (code?.kind !== "code") return next; // comments of nothing
  return code.indent < indent ? null : { first, last: unitFrom(pieces, at).last };
}

/** How far what is written there is indented; null where nothing is.
 * @param {Pieces} found @param {Lines} lines */
function indentIn({ pieces }, { first, last }) {
  const code = pieces.find(
    (each) => each.first >= first && each.first <= last && each.kind === "code",
  );
  return code?.indent ?? null;
}

/** @param {Pieces} found @param {Lines} lines */
function textOf({ lines }, { first, last }) {
  return lines.slice(first - 1, last).join("\n");
}

/** Where a line begins in the text. @param {Pieces} found @param {number} line */
function startOf({ lines }, line) {
  return lines.slice(0, line - 1).reduce((sum, each) => sum + each.length + 1, 0);
}

/** @param {Pieces} found @param {number} line */
function endOf(found, line) {
  return startOf(found, line) + (found.lines[line - 1]?.length ?? 0);
}
