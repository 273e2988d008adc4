// What there is to do with a line: its node, its note, folding it, and moving it about. Each is taken back
// by itself.

/** @import { Change } from "../../model/text/rearranged.js" */
/** @import { Around } from "./lines.js" */
import { noteAt, noteBegun } from "../../model/text/noted.js";
import { pieceAt } from "../../model/text/pieces.js";
import { carried, doubled, moved, removed } from "../../model/text/rearranged.js";
import { byId } from "../element.js";
import { popupIn } from "../popup.js";

/** @typedef {{ x: number, y: number }} Place */
/** @typedef {import("../popup.js").Entry | false | undefined} Entry */

/** @param {Around} around */
export function lineMenu({ view, folds, store, asks, read, isLatex, made, show }) {
  /** Made when it is first asked for. @type {ReturnType<typeof popupIn> | null} */
  let popup = null;

  return {
    /** @param {number} line @param {Place} at */
    open(line, at) {
      const { words } = store.state;
      const entries = [...looks(line), ...edits(line)].filter((entry) => !!entry);
      if (entries.length === 0) return;
      popup ??= popupIn(byId("editor-panel"));
      popup.open({ label: words("lines.menu", { n: line }), entries, at, back: backTo() });
    },
    up: (/** @type {number} */ line) => change(moved(found(), line, -1)),
    down: (/** @type {number} */ line) => change(moved(found(), line, 1), 1),
    /** @param {number} line @param {number} before the line it is to stand before */
    carry: (line, before) => change(carried(found(), line, before), before > line ? 1 : -1),
    double: (/** @type {number} */ line) => change(doubled(found(), line)),
    remove: (/** @type {number} */ line) => change(removed(found(), line)),
  };

  function found() {
    return read(view.state.doc).found;
  }

  /** What changes nothing. @param {number} line @returns {Entry[]} */
  function looks(line) {
    const { words } = store.state;
    const node = made(line)?.node;
    const last = read(view.state.doc).blocks.get(line);
    const on = !folds.of(view.state).some(({ first }) => first === line);
    return [
      node && { text: words("lines.show", { name: node.name }), press: () => showIn(line) },
      last !== undefined && {
        text: words(on ? "lines.fold" : "lines.unfold"),
        press: () => folds.turn(view, { first: line, last, on }),
      },
    ];
  }

  /** @param {number} line @returns {Entry[]} */
  function edits(line) {
    const { words } = store.state;
    const pieces = found();
    const { kind } = pieces.pieces[pieceAt(pieces, line)] ?? {};
    if (view.state.readOnly || kind === undefined) return [];
    const noted = noteAt(pieces, line, isLatex()) !== null;
    const ways = /** @type {const} */ ([1, -1]).map((way) => moved(pieces, line, way));
    const [below = [], above = []] = ways;
    return [
      kind === "code" && {
        text: words(noted ? "lines.noteEdit" : "lines.noteAdd"),
        press: () => note(line),
      },
      { text: words("lines.double"), press: () => change(doubled(pieces, line)) },
      above.length > 0 && { text: words("lines.up"), press: () => change(above) },
      below.length > 0 && { text: words("lines.down"), press: () => change(below, 1) },
      { text: words("lines.remove"), press: () => change(removed(pieces, line)) },
    ];
  }

  /** @param {number} line */
  function showIn(line) {
    show(line);
    asks.inspect();
  }

  /** What it says is marked, so that typing says something else. @param {number} line */
  function note(line) {
    const there = noteAt(found(), line, isLatex());
    if (there) return mark(there.last.from, there.last.to);
    const begun = noteBegun(found(), line, isLatex());
    const text = store.state.words("lines.note");
    change([{ ...begun, insert: begun.insert + text }]);
    const from = begun.from + begun.insert.length;
    mark(from, from + text.length);
  }

  /** @param {number} anchor @param {number} head */
  function mark(anchor, head) {
    view.dispatch({ selection: { anchor, head }, scrollIntoView: true });
    view.focus();
  }

  /** @param {Change[]} changes @param {1 | -1} side on which a cursor stays of what comes in at its place */
  function change(changes, side = -1) {
    if (changes.length === 0) return;
    const { state, hasFocus } = view;
    const selection = state.selection.map(state.changes(changes), side);
    asks.apart();
    view.dispatch({ changes, selection, scrollIntoView: hasFocus, userEvent: "input" });
    asks.apart();
  }

  /** Where the keys were. */
  function backTo() {
    const held = document.activeElement;
    if (held === byId("editor")) return () => view.focus();
    return () => held instanceof HTMLElement && held.focus();
  }
}
