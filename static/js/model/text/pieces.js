// What belongs together in the text: an expression over several lines, a repetition with what it repeats,
// a run of comments.

/** Lines from the first to the last, counted from one. @typedef {{ first: number, last: number }} Lines */
/** @typedef {Lines & { kind: "blank" | "note" | "code", indent: number, repeats: boolean }} Piece */
/** @typedef {{ lines: string[], pieces: Piece[] }} Pieces */

/** Where a comment begins in either notation. */
const SIGNS = { text: /[#＃]/u, latex: /(?<!\\)%/u };
const OPENS = /[([{（［｛]/gu;
const CLOSES = /[)\]}）］｝]/gu;
const REPEATS = /^\s*repeat\s/u;

/** @param {string} line @param {boolean} latex @returns {number} the line's length where there is none */
export function noteStart(line, latex) {
  const at = line.search(latex ? SIGNS.latex : SIGNS.text);
  return at < 0 ? line.length : at;
}

/** @param {string} source @param {boolean} [latex] @returns {Pieces} */
export function piecesOf(source, latex = false) {
  const lines = source.split("\n");
  const ends = endsOf(lines.map((line) => depthOf(line.slice(0, noteStart(line, latex)))));
  /** @type {Piece[]} */
  const pieces = [];
  for (let at = 0; at < lines.length; ) {
    const piece = pieceFrom(lines[at] ?? "", at, latex);
    if (piece.kind === "code") piece.last = (ends[at] ?? at) + 1;
    pieces.push(piece);
    at = piece.last;
  }
  return { lines, pieces };
}

/** @param {string} line @param {number} at @param {boolean} latex @returns {Piece} */
function pieceFrom(line, at, latex) {
  const code = line.slice(0, noteStart(line, latex)).trim() !== "";
  const kind = code ? "code" : line.trim() === "" ? "blank" : "note";
  const indent = line.length - line.trimStart().length;
  return { first: at + 1, last: at + 1, kind, indent, repeats: !latex && REPEATS.test(line) };
}

/** For each line the one where all its brackets are closed again; where they never are, the line itself.
 * Those that are open wait, the innermost last.
 * @param {number[]} opened how many brackets each line leaves open */
function endsOf(opened) {
  const ends = [...opened.keys()];
  /** @type {{ at: number, before: number }[]} */
  const waiting = [];
  let open = 0;
  for (const [at, more] of opened.entries()) {
    waiting.push({ at, before: open });
    open += more;
    for (let last = waiting.at(-1); last && last.before >= open; last = waiting.at(-1)) {
      ends[last.at] = at;
      waiting.pop();
    }
  }
  return ends;
}

/** @param {string} code */
function depthOf(code) {
  return (code.match(OPENS)?.length ?? 0) - (code.match(CLOSES)?.length ?? 0);
}

/** What may fold to its first line. @param {Pieces} found @returns {Lines[]} */
export function foldsIn({ pieces }) {
  const folds = pieces.map((piece, at) => wholeFrom(pieces, at, piece));
  return folds.filter(({ first, last }) => last > first);
}

/** @param {Piece[]} pieces @param {number} at @param {Piece} piece @returns {Lines} */
function wholeFrom(pieces, at, { kind, first }) {
  if (kind !== "note") return unitFrom(pieces, at);
  if (pieces[at - 1]?.kind === "note") return { first, last: first };
  const end = pieces.findIndex((each, i) => i > at && each.kind !== "note");
  return { first, last: pieces.at(end < 0 ? -1 : end - 1)?.last ?? first };
}

/** A repetition with its lines; anything else as it stands.
 * @param {Piece[]} pieces @param {number} at @returns {Lines} */
export function unitFrom(pieces, at) {
  const { first = 1, last = 1, indent = 0, repeats = false } = pieces[at] ?? {};
  let end = last;
  if (!repeats) return { first, last };
  for (const each of pieces.slice(at + 1)) {
    if (each.kind !== "code") continue;
    if (each.indent <= indent) break;
    end = each.last;
  }
  return { first, last: end };
}

/** Which piece a line is in. @param {Pieces} found @param {number} line */
export function pieceAt({ pieces }, line) {
  return pieces.findIndex(({ last }) => line <= last);
}

/** The comments right above a piece. @param {Pieces} found @param {number} at
 * @returns {number} their first line, else its own */
export function withNotes({ pieces }, at) {
  let from = at;
  while (pieces[at]?.kind === "code" && pieces[from - 1]?.kind === "note") from--;
  return pieces[from]?.first ?? 1;
}
