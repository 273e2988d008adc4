// The keys of the editor's first moment, until all are here: where the cursor goes, and what goes with it.
// A browser would move it and take letters away too, but against what the editor shows meanwhile.

/** @import { EditorView } from "../../../vendor/codemirror.js" */
import { keymap } from "../../../vendor/codemirror.js";

/** @typedef {EditorView["state"]["selection"]["main"]} Range */

/** A range remembers its column over shorter lines. @typedef {Range | { head: number }} End */

/** @type {Record<string, (view: EditorView, range: Range) => End>} */
const WAYS = {
  ArrowLeft: (view, range) => view.moveByChar(range, false),
  ArrowRight: (view, range) => view.moveByChar(range, true),
  ArrowUp: (view, range) => view.moveVertically(range, false),
  ArrowDown: (view, range) => view.moveVertically(range, true),
  "Mod-ArrowLeft": (view, range) => view.moveByGroup(range, false),
  "Mod-ArrowRight": (view, range) => view.moveByGroup(range, true),
  Home: (view, range) => view.moveToLineBoundary(range, false),
  End: (view, range) => view.moveToLineBoundary(range, true),
  "Mod-Home": () => ({ head: 0 }),
  "Mod-End": ({ state }) => ({ head: state.doc.length }),
};

/** Elsewhere than on a Mac words are gone through with Ctrl. */
const ON_A_MAC = /** @type {Record<string, string>} */ ({
  "Mod-ArrowLeft": "Alt-ArrowLeft",
  "Mod-ArrowRight": "Alt-ArrowRight",
});

export const firstKeys = keymap.of([
  ...Object.entries(WAYS).map(([key, way]) => ({
    key,
    mac: ON_A_MAC[key] ?? key,
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
  if (empty || !key.includes("Arrow")) return null;
  return { head: /Left|Up/.test(key) ? from : to };
}

/** @param {EditorView} view @param {End} to @param {number} [anchor] */
function go(view, to, anchor = to.head) {
  const whole = anchor === to.head && "goalColumn" in to;
  const selection = whole ? view.state.selection.replaceRange(to) : { anchor, head: to.head };
  view.dispatch({ selection, scrollIntoView: true, userEvent: "select" });
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
