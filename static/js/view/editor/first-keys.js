// The keys of the editor's first moment, until all are here: where the cursor goes, and what goes with it.
// A browser would move it and take letters away too, but against what the editor shows meanwhile.

/** @import { EditorView } from "../../../vendor/codemirror.js" */
import { keymap } from "../../../vendor/codemirror.js";

/** @typedef {EditorView["state"]["selection"]["main"]} Range */

/** @type {Record<string, (view: EditorView, range: Range) => { head: number }>} */
const WAYS = {
  ArrowLeft: (view, range) => view.moveByChar(range, false),
  ArrowRight: (view, range) => view.moveByChar(range, true),
  ArrowUp: (view, range) => view.moveVertically(range, false),
  ArrowDown: (view, range) => view.moveVertically(range, true),
  Home: (view, range) => view.moveToLineBoundary(range, false),
  End: (view, range) => view.moveToLineBoundary(range, true),
  "Mod-Home": () => ({ head: 0 }),
  "Mod-End": ({ state }) => ({ head: state.doc.length }),
};

export const firstKeys = keymap.of([
  ...Object.entries(WAYS).map(([key, way]) => ({
    key,
    run: (/** @type {EditorView} */ view) => go(view, way(view, view.state.selection.main)),
    shift(/** @type {EditorView} */ view) {
      const { main } = view.state.selection;
      return go(view, way(view, main), main.anchor);
    },
  })),
  { key: "Mod-a", run: (view) => go(view, { head: view.state.doc.length }, 0) },
  { key: "Backspace", run: (view) => erase(view, false) },
  { key: "Delete", run: (view) => erase(view, true) },
]);

/** @param {EditorView} view @param {{ head: number }} to @param {number} [anchor] */
function go(view, { head }, anchor = head) {
  view.dispatch({ selection: { anchor, head }, scrollIntoView: true, userEvent: "select" });
  return true;
}

/** @param {EditorView} view @param {boolean} forward */
function erase(view, forward) {
  const { main } = view.state.selection;
  const { anchor, head } = main.empty ? view.moveByChar(main, forward) : main;
  const [from, to] = [Math.min(main.head, anchor, head), Math.max(main.head, anchor, head)];
  if (!view.state.readOnly) view.dispatch({ changes: { from, to }, userEvent: "delete" });
  return true;
}
