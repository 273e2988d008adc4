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
    run: (/** @type {EditorView} */ view) => go(view, endOf(key, view) ?? way(view, mainOf(view))),
    shift(/** @type {EditorView} */ view) {
      return go(view, way(view, mainOf(view)), mainOf(view).anchor);
    },
  })),
  { key: "Mod-a", run: (view) => go(view, { head: view.state.doc.length }, 0) },
  { key: "Backspace", run: (view) => erase(view, false) },
  { key: "Delete", run: (view) => erase(view, true) },
]);

/** @param {EditorView} view */
const mainOf = (view) => view.state.selection.main;

/** An arrow leaves what is selected at its end of it. @param {string} key @param {EditorView} view */
function endOf(key, view) {
  const { empty, from, to } = mainOf(view);
  if (empty || !key.startsWith("Arrow")) return null;
  return { head: key === "ArrowLeft" || key === "ArrowUp" ? from : to };
}

/** @param {EditorView} view @param {{ head: number }} to @param {number} [anchor] */
function go(view, { head }, anchor = head) {
  view.dispatch({ selection: { anchor, head }, scrollIntoView: true, userEvent: "select" });
  return true;
}

/** @param {EditorView} view @param {boolean} forward */
function erase(view, forward) {
  const main = mainOf(view);
  const { anchor, head } = main.empty ? view.moveByChar(main, forward) : main;
  const [from, to] = [Math.min(main.head, anchor, head), Math.max(main.head, anchor, head)];
  if (!view.state.readOnly) view.dispatch({ changes: { from, to }, userEvent: "delete" });
  return true;
}
