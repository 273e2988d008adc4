// The editor: the program as text, its faults and results on their lines. It types nothing by itself.

/** @import { Operation } from "../../types.js" */
/** @import { Range } from "../../model/text/spans.js" */
import {
  Compartment,
  EditorState,
  EditorView,
  drawSelection,
  gutter,
  keymap,
  lineNumbers,
  placeholder,
} from "../../../vendor/codemirror.js";
import { differenceOf } from "../../model/text/difference.js";
import { shortcutFor } from "../../model/shortcuts.js";
import { firstKeys } from "./first-keys.js";
import { languageOf } from "./language.js";
import { marks, setMarks } from "./marks.js";
import { resultColumn } from "./results.js";
import { theme } from "./theme.js";
import { setTold, slotFor, told } from "./told.js";

/** @typedef {ReturnType<typeof editorIn>} Editor */
/** @typedef {Parameters<Compartment["of"]>[0]} Extension */

/** What the editor tells the page: a new text, that it was left, another line, and what takes back.
 * @typedef {{ edited: (source: string) => void, left: () => void, moved: (line: number | null) => void,
 *   pickedLine: (line: number) => void, pickedAt: (place: number) => void,
 *   undo: () => void, redo: () => void }} Told */

/** @param {HTMLElement} place @param {Told} told */
export function editorIn(place, { edited, left, moved, pickedLine, pickedAt, undo, redo }) {
  const typing = new Compartment();
  const labels = new Compartment();
  const language = new Compartment();
  const lock = new Compartment();
  const beside = new Compartment();
  const lineKeys = new Compartment();
  const results = resultColumn(pickedLine);
  // In a shadow root the editor's styles are adopted sheets, which the page's policy allows.
  const root = place.attachShadow({ mode: "open" });
  let quiet = false;
  let touched = false;
  const view = new EditorView({
    parent: root,
    root,
    state: EditorState.create({
      extensions: [
        lineNumbers(),
        beside.of(gutter({ class: "cm-lines" })), // as wide as what comes there
        drawSelection(),
        EditorView.lineWrapping,
        // Enter makes a line and nothing else: no indentation that was not typed.
        keymap.of([
          { key: "Enter", run: newLine },
          { key: "Escape", run: leave },
        ]),
        // One stack for the whole page, not one for the text alone.
        EditorView.domEventHandlers({ keydown: act, beforeinput: typeOver }),
        lineKeys.of([]),
        typing.of(firstKeys),
        language.of(languageOf([])),
        labels.of([]),
        lock.of([]),
        marks,
        told,
        results.extension,
        theme,
        EditorView.updateListener.of((update) => {
          if (update.docChanged && !quiet) {
            touched = true;
            edited(view.state.doc.toString());
          }
          if (update.docChanged || update.selectionSet || update.focusChanged) moved(lineNow());
        }),
      ],
    }),
  });

  root.append(slotFor());

  function newLine() {
    if (view.state.readOnly) return true;
    view.dispatch(view.state.replaceSelection(view.state.lineBreak), {
      userEvent: "input",
      scrollIntoView: true,
    });
    return true;
  }

  function leave() {
    view.contentDOM.blur();
    left();
    return true;
  }

  /** @param {KeyboardEvent} event */
  function act(event) {
    /** @type {Record<string, () => void>} */
    const acts = { undo, redo, node: () => pickedAt(view.state.selection.main.head) };
    const wanted = acts[shortcutFor(event) ?? ""];
    if (!wanted || !(event.ctrlKey || event.metaKey || event.altKey)) return false;
    wanted();
    event.preventDefault();
    return true;
  }

  /** Over a marked text the browser would keep the looks of the mark as a style attribute, which
   * the page's policy forbids; so the selection is replaced here. @param {InputEvent} event */
  function typeOver({ inputType, data, cancelable }) {
    const { selection } = view.state;
    if (inputType !== "insertText" || !data || !cancelable || selection.main.empty) return false;
    if (view.state.readOnly) return true;
    view.dispatch(view.state.replaceSelection(data), {
      userEvent: "input.type",
      scrollIntoView: true,
    });
    return true;
  }

  /** The line being worked on. */
  function lineNow() {
    if (!view.hasFocus) return null;
    return view.state.doc.lineAt(view.state.selection.main.head).number;
  }

  return {
    get source() {
      return view.state.doc.toString();
    },
    focus: () => view.focus(),

    /** Puts a whole program in; the cursor stays where nothing changes. @param {string} source */
    fill(source) {
      const now = view.state.doc.toString();
      if (source === now) return;
      quiet = true;
      view.dispatch({ changes: differenceOf(now, source) });
      quiet = false;
    },

    /** Types for those who have no keys for it. @param {string} text */
    insert(text) {
      view.dispatch(view.state.replaceSelection(text), { userEvent: "input.type" });
      view.focus();
    },

    /** Whether letters are still being composed, as in typing Chinese. */
    get composing() {
      return view.composing;
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

    /** Whether the text is there to be read only. @param {boolean} on */
    lock(on) {
      view.dispatch({ effects: lock.reconfigure(EditorState.readOnly.of(on)) });
    },

    /** Every key, and what is offered while a name is typed.
     * @param {typeof import("./keys.js").keys} keys @param {import("./completion.js").Completion} offers */
    equip(keys, offers) {
      view.dispatch({ effects: typing.reconfigure([keys, offers.extension]) });
      if (view.hasFocus && touched) offers.catchUp(view);
    },

    /** What stands beside the lines, and folds them. @param {Extension} what */
    beside(what) {
      view.dispatch({ effects: beside.reconfigure(what) });
      return view;
    },

    /** @param {Extension} keys that come before all others */
    lineKeys(keys) {
      view.dispatch({ effects: lineKeys.reconfigure(keys) });
    },

    /** @param {{ faults: Range[], hot: Range | null, phase: string }} what */
    mark(what) {
      const [first] = what.faults;
      view.dispatch({ effects: [setMarks.of(what), setTold.of(first?.from ?? null)] });
    },

    /** @param {Map<number, string>} texts by line */
    result(texts) {
      results.show(view, texts);
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
