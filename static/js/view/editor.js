// The editor: the program as text, its faults and results on their lines. It types nothing by itself.

/** @import { Operation } from "../types.js" */
/** @import { Range } from "../model/spans.js" */
import {
  Compartment,
  EditorState,
  EditorView,
  defaultKeymap,
  drawSelection,
  history,
  historyKeymap,
  insertNewline,
  isolateHistory,
  keymap,
  lineNumbers,
  placeholder,
} from "../../vendor/codemirror.js";
import { languageOf } from "./editor-language.js";
import { marks, setMarks } from "./editor-marks.js";
import { results, setResults } from "./editor-results.js";
import { theme } from "./editor-theme.js";

/** @typedef {ReturnType<typeof editorIn>} Editor */

/** @param {HTMLElement} place @param {{ edited: (source: string) => void, left: () => void }} told */
export function editorIn(place, { edited, left }) {
  const labels = new Compartment();
  const language = new Compartment();
  // In a shadow root the editor's styles are adopted sheets, which the page's policy allows.
  const root = place.attachShadow({ mode: "open" });
  let quiet = false;
  const view = new EditorView({
    parent: root,
    root,
    state: EditorState.create({
      extensions: [
        lineNumbers(),
        history(),
        drawSelection(),
        EditorView.lineWrapping,
        // Enter makes a line and nothing else: no indentation that was not typed.
        keymap.of([
          { key: "Enter", run: insertNewline },
          { key: "Escape", run: leave },
        ]),
        keymap.of([...historyKeymap, ...defaultKeymap]),
        language.of(languageOf([])),
        labels.of([]),
        marks,
        results,
        theme,
        EditorView.updateListener.of((update) => {
          if (update.docChanged && !quiet) edited(view.state.doc.toString());
        }),
      ],
    }),
  });

  function leave() {
    view.contentDOM.blur();
    left();
    return true;
  }

  return {
    get source() {
      return view.state.doc.toString();
    },
    focus: () => view.focus(),

    /** Puts a whole program in; one undo takes it out again. @param {string} source */
    fill(source) {
      if (source === view.state.doc.toString()) return;
      quiet = true;
      view.dispatch({
        changes: { from: 0, to: view.state.doc.length, insert: source },
        annotations: isolateHistory.of("full"),
      });
      quiet = false;
    },

    /** @param {string} name @param {string} ghost shown while it is empty @param {string | null} fault */
    name(name, ghost, fault) {
      const attributes = {
        "aria-label": name,
        spellcheck: "false",
        autocapitalize: "off",
        ...(fault === null ? {} : { "aria-invalid": "true", "aria-description": fault }),
      };
      const parts = [EditorView.contentAttributes.of(attributes), placeholder(ghost)];
      view.dispatch({ effects: labels.reconfigure(parts) });
    },

    /** @param {Iterable<Operation>} operations */
    know(operations) {
      view.dispatch({ effects: language.reconfigure(languageOf(operations)) });
    },

    /** @param {{ faults: Range[], hot: Range | null, phase: string }} what */
    mark(what) {
      view.dispatch({ effects: setMarks.of(what) });
    },

    /** @param {Map<number, string>} texts by line */
    result(texts) {
      view.dispatch({ effects: setResults.of(texts) });
    },

    /** @param {Range} range */
    select({ from, to }) {
      const end = view.state.doc.length;
      view.dispatch({
        selection: { anchor: Math.min(from, end), head: Math.min(to, end) },
        scrollIntoView: true,
      });
      view.focus();
    },
  };
}
