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

/** Past what is above it, or below.
 * @param {Pieces} found @param {number} line @param {1 | -1} way
 * @returns {Change[]} nothing where it would leave what it is in */
export function moved(found, line, way) {
  const own = movingAt(found, line);
  const other = otherBy(found, own, way, indentIn(found, own));
  return other === null ? [] : past(found, own, other);
}

/** To another place, past all that is between.
 * @param {Pieces} found @param {number} line @param {number} before the line it is to stand before
 * @returns {Change[]} */
export function carried(found, line, before) {
  const own = movingAt(found, line);
  if (before < own.first) return past(found, own, { first: before, last: own.first - 1 });
  if (before > own.last + 1) return past(found, own, { first: own.last + 1, last: before - 1 });
  return [];
}

/** Where a line may be carried without leaving what it is in, its own place included: the lines it
 * would stand before, from the top. @param {Pieces} found @param {number} line */
export function placesFor(found, line) {
  const own = movingAt(found, line);
  const above = othersBy(found, own, -1).map(({ first }) => first);
  const below = othersBy(found, own, 1).map(({ last }) => last + 1);
  return { own, places: [...above.toReversed(), own.first, ...below] };
}

/** All that something can change places with, one after the other.
 * @param {Pieces} found @param {Lines} own @param {1 | -1} way */
function othersBy(found, own, way) {
  const indent = indentIn(found, own);
  const others = [];
  let other = otherBy(found, own, way, indent);
  while (other !== null) {
    others.push(other);
    other = otherBy(found, other, way, indent);
  }
  return others;
}

/** The others are what changes its place, and a cursor in the line stays in it.
 * @param {Pieces} found @param {Lines} own @param {Lines} other right above or below
 * @returns {Change[]} */
function past(found, own, other) {
  const text = textOf(found, other);
  const [from, to] = [startOf(found, other.first), endOf(found, other.last)];
  const [start, end] = [startOf(found, own.first), endOf(found, own.last)];
  if (other.first < own.first)
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

/** What something changes places with.
 * @param {Pieces} found @param {Lines} here @param {1 | -1} way
 * @param {number | null} indent of what moves; null where it is a comment @returns {Lines | null} */
function otherBy(found, here, way, indent) {
  const line = way < 0 ? here.first - 1 : here.last + 1;
  const next = found.pieces[pieceAt(found, line)];
  if (line < 1 || next === undefined) return null;
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
