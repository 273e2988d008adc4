// The lines of the program as things: what each makes, what folds, and what there is to do with it.

/** @import { Store } from "../../store.js" */
/** @import { State } from "../../types.js" */
/** @import { EditorView, Text } from "../../../vendor/codemirror.js" */
/** @import { Made } from "../../model/text/line-nodes.js" */
/** @import { Pieces } from "../../model/text/pieces.js" */
/** @import { Editor } from "./editor.js" */
/** @import { Dotted } from "./gutter.js" */
import { fieldOf } from "../../model/document/fields.js";
import { isWrittenAs, lineNodes } from "../../model/text/line-nodes.js";
import { foldsIn as foldsOf, piecesOf } from "../../model/text/pieces.js";
import { changedLines } from "../../model/text/results.js";
import { bindLongPress } from "../graph/long-press.js";
import { remembering } from "../remembering.js";
import { foldsIn } from "./folds.js";
import { gutterOf, hasDots, setDots } from "./gutter.js";
import { bindLineDrag, dragTheme } from "./line-drag.js";
import { lineKeys } from "./line-keys.js";
import { lineMenu } from "./line-menu.js";

/** @typedef {{ inspect: () => void, apart: () => void }} Asks */
/** What the keys and the menu need to know of the lines.
 * @typedef {{ view: EditorView, folds: import("./folds.js").Folds, store: Store, asks: Asks,
 *   read: (doc: Text) => Reading, isLatex: () => boolean, made: (line: number) => Made | undefined,
 *   show: (line: number) => void }} Around */
/** @typedef {{ found: Pieces, blocks: Map<number, number> }} Reading */

/** Beside the text a press means the line. */
const BESIDE = ".cm-lines, .cm-lineNumbers";

/** @param {Store} store @param {Editor} editor @param {Asks} asks */
export function linesIn(store, editor, asks) {
  const changed = remembering();
  const spoken = remembering();
  let latex = false;
  /** @type {WeakMap<Text, Reading>} */
  let readings = new WeakMap();
  /** @type {Map<number, Made>} */
  let made = new Map();

  const folds = foldsIn((doc) => read(doc).blocks, {
    rest: (n) => store.state.words("lines.rest", { n }),
    open: () => store.state.words("lines.unfold"),
    turned: ({ first, last, on }) =>
      store.state.words(on ? "lines.folded" : "lines.unfolded", { first, last }),
  });
  const view = editor.beside([
    folds.extension,
    dragTheme,
    gutterOf(
      folds,
      (doc) => read(doc).blocks,
      (on) => store.state.words(on ? "lines.unfold" : "lines.fold"),
    ),
  ]);
  /** @type {Around} */
  const around = {
    view,
    folds,
    store,
    asks,
    read,
    isLatex: () => latex,
    made: (line) => (textRead(store.state) === editor.source ? made.get(line) : undefined),
    show,
  };
  const menu = lineMenu(around);
  editor.lineKeys(lineKeys(around, menu));
  const { scrollDOM } = view;
  scrollDOM.addEventListener("mousedown", (event) => {
    if (lineAt(event) !== null) event.preventDefault(); // the keys stay where they are
  });
  scrollDOM.addEventListener("click", (event) => {
    const line = lineAt(event);
    if (line !== null) press(line);
  });
  scrollDOM.addEventListener("contextmenu", (event) => {
    if (openAt(lineAt(event), event)) event.preventDefault();
  });
  /** By the time a finger has rested, what it met is no longer told outside the editor's root.
   * @type {number | null} */
  let touched = null;
  scrollDOM.addEventListener("pointerdown", (event) => {
    touched = lineAt(event);
  });
  bindLongPress(scrollDOM, (event) => openAt(touched, event));
  bindLineDrag(around, lineAt, menu.carry);

  /** @param {Text} doc */
  function read(doc) {
    const known = readings.get(doc);
    if (known) return known;
    const found = piecesOf(doc.toString(), latex);
    const blocks = new Map(foldsOf(found).map(({ first, last }) => [first, last]));
    const reading = { found, blocks };
    readings.set(doc, reading);
    return reading;
  }

  /** @param {MouseEvent} event */
  function lineAt({ target, clientY }) {
    if (!(target instanceof Element && target.closest(BESIDE))) return null;
    const { from, to } = view.lineBlockAtHeight(clientY - view.documentTop);
    return from <= to ? view.state.doc.lineAt(from).number : null;
  }

  /** @param {number | null} line @param {MouseEvent} event @returns {boolean} whether it was about a line */
  function openAt(line, event) {
    if (line !== null) menu.open(line, { x: event.clientX, y: event.clientY });
    return line !== null;
  }

  /** @param {number} line */
  function press(line) {
    const last = read(view.state.doc).blocks.get(line);
    if (last === undefined) return show(line);
    const on = !folds.of(view.state).some(({ first }) => first === line);
    folds.turn(view, { first: line, last, on });
  }

  /** @param {number} line */
  function show(line) {
    const node = around.made(line)?.node;
    if (node) store.update({ selection: { kind: "node", id: node.id } });
  }

  /** What is read differently, and what is said of it. @param {State} state */
  function speak({ document, language }) {
    const was = latex;
    latex = fieldOf(document, "notation") === "latex";
    if (latex !== was) readings = new WeakMap();
    if (spoken([language, latex])) view.dispatch({ effects: folds.again.of(null) });
  }

  /** @param {State} state @returns {Dotted[]} */
  function dotted({ words, selection, answer }) {
    const id = selection?.kind === "node" ? selection.id : -1;
    const chosen = answer?.trace.graph.nodes[id];
    const more = words(view.state.readOnly ? "lines.menuHow" : "lines.how");
    return [...made]
      .map(([line, { node, role }]) => ({
        line,
        role,
        on: chosen !== undefined && isWrittenAs(chosen, node),
        title: words(`lines.${role}`, { name: node.name, more }),
      }))
      .toSorted((one, other) => one.line - other.line);
  }

  return {
    /** For whoever has no key for it: the line of the cursor. @param {{ x: number, y: number }} at */
    open(at) {
      menu.open(view.state.doc.lineAt(view.state.selection.main.head).number, at);
    },

    /** @param {State} state */
    draw(state) {
      speak(state);
      const text = textRead(state);
      const { answer, selection, language } = state;
      if (!answer || text === null) return;
      const { graph } = answer.trace;
      if (!changed([graph.nodes, graph.output, answer.document.source, text, selection, language]))
        return;
      made = lineNodes(graph, answer.document.source);
      for (const line of changedLines(answer.document.source, text)) made.delete(line);
      const wanted = dotted(state);
      if (!hasDots(view.state, wanted)) view.dispatch({ effects: setDots.of(wanted) });
    },
  };
}

/** The text that is on screen, once it has been read, or found at fault. @param {State} state */
function textRead({ answer, document, problems }) {
  const read = problems.length > 0 || answer?.document.source === document.source;
  return read ? document.source : null;
}
