// Keys for lines, besides those of any editor: to fold, to unfold, for the menu, and for what is folded as
// for one line.

/** @import { EditorView } from "../../../vendor/codemirror.js" */
/** @import { Around } from "./lines.js" */
import { keymap } from "../../../vendor/codemirror.js";

/** @param {Around} around @param {ReturnType<typeof import("./line-menu.js").lineMenu>} menu */
export function lineKeys({ view, folds, read }, menu) {
  return keymap.of([
    { key: "Mod-.", run: open },
    { key: "Ctrl-Shift-[", mac: "Cmd-Alt-[", run: fold },
    { key: "Ctrl-Shift-]", mac: "Cmd-Alt-]", run: unfold },
    { key: "Alt-ArrowUp", run: whole(menu.up) },
    { key: "Alt-ArrowDown", run: whole(menu.down) },
    { key: "Shift-Alt-ArrowUp", run: whole(menu.double) },
    { key: "Shift-Alt-ArrowDown", run: whole(menu.double) },
    { key: "Shift-Mod-k", run: whole(menu.remove) },
  ]);

  function lineNow() {
    const { doc, selection } = view.state;
    return doc.lineAt(selection.main.head).number;
  }

  function open() {
    const { doc, selection } = view.state;
    const place = view.coordsAtPos(doc.lineAt(selection.main.head).from);
    menu.open(lineNow(), { x: place?.left ?? 0, y: (place?.bottom ?? 0) + 4 });
    return true;
  }

  /** The innermost of what the cursor is in. */
  function fold() {
    const line = lineNow();
    const shut = folds.of(view.state).map(({ first }) => first);
    const found = [...read(view.state.doc).blocks].findLast(
      ([first, last]) => first <= line && line <= last && !shut.includes(first),
    );
    if (found) folds.turn(view, { first: found[0], last: found[1], on: true });
    return found !== undefined;
  }

  function unfold() {
    const found = foldedAt(lineNow());
    if (found) folds.turn(view, { ...found, on: false });
    return found !== undefined;
  }

  /** @param {number} line */
  function foldedAt(line) {
    return folds.of(view.state).find(({ first, last }) => first <= line && line <= last);
  }

  /** What is folded moves as a whole; elsewhere the editor's own keys do it.
   * @param {(line: number) => void} act @returns {(view: EditorView) => boolean} */
  function whole(act) {
    return ({ state }) => {
      const { main } = state.selection;
      const found = foldedAt(lineNow());
      if (!found || state.readOnly || !main.empty) return false;
      act(found.first);
      return true;
    };
  }
}
