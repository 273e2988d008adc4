// Beside each line: a dot in the colour of the node it makes, or where something folds a triangle.

/** @import { EditorState, Text } from "../../../vendor/codemirror.js" */
/** @import { Role } from "../../model/text/line-nodes.js" */
/** @import { Folds } from "./folds.js" */
import {
  EditorView,
  GutterMarker,
  RangeSet,
  StateEffect,
  StateField,
  gutter,
} from "../../../vendor/codemirror.js";
import { html } from "../element.js";

/** What a line makes, for its dot. @typedef {{ line: number, role: Role, on: boolean, title: string }} Dotted */

/** @type {import("../../../vendor/codemirror.js").StateEffectType<Dotted[]>} */
export const setDots = StateEffect.define();

class Dot extends GutterMarker {
  /** @param {string} kind @param {string} title */
  constructor(kind, title) {
    super();
    this.kind = kind;
    this.title = title;
  }
  /** @override @param {GutterMarker} other */
  eq(other) {
    return other instanceof Dot && other.kind === this.kind && other.title === this.title;
  }
  /** @override */
  toDOM() {
    return html("span", { class: this.kind, title: this.title });
  }
}

/** @type {StateField<RangeSet<GutterMarker>>} */
const dots = StateField.define({
  create: () => RangeSet.empty,
  update(before, { changes, effects, newDoc }) {
    const effect = effects.find((each) => each.is(setDots));
    if (!effect?.is(setDots)) return before.map(changes);
    const found = effect.value.filter(({ line }) => line <= newDoc.lines);
    return RangeSet.of(
      found.map((each) => dotOf(each).range(newDoc.line(each.line).from)),
      true,
    );
  },
});

/** @param {Folds} folds @param {(doc: Text) => Map<number, number>} blocksOf
 * @param {(on: boolean) => string} title of a triangle */
export function gutterOf(folds, blocksOf, title) {
  return [
    dots,
    theme,
    gutter({
      class: "cm-lines",
      lineMarker(view, { from }) {
        const { state } = view;
        const { number } = state.doc.lineAt(from);
        if (!blocksOf(state.doc).has(number)) return dotAt(state, from);
        const on = folds.of(state).some(({ first }) => first === number);
        return new Dot(on ? "cm-turn cm-turned" : "cm-turn", title(on));
      },
      lineMarkerChange: ({ docChanged, startState, state, transactions }) =>
        docChanged ||
        transactions.some(({ effects }) => effects.some((each) => each.is(folds.again))) ||
        startState.field(dots) !== state.field(dots) ||
        startState.field(folds.field) !== state.field(folds.field),
    }),
  ];
}

/** @param {Dotted} dotted */
function dotOf({ role, on, title }) {
  return new Dot(`cm-dot cm-is-${role}${on ? " cm-on" : ""}`, title);
}

/** @param {EditorState} state @param {number} at */
function dotAt(state, at) {
  /** @type {GutterMarker | null} */
  let found = null;
  state.field(dots).between(at, at, (_from, _to, dot) => {
    found = dot;
  });
  return found;
}

/** Those that are there, as they were told. @param {EditorState} state @param {Dotted[]} wanted */
export function hasDots(state, wanted) {
  const there = state.field(dots).iter();
  for (const each of wanted) {
    const at = there.value && state.doc.lineAt(there.from);
    if (at?.number !== each.line || at.from !== there.from || !there.value?.eq(dotOf(each)))
      return false;
    there.next();
  }
  return there.value === null;
}

const theme = EditorView.theme({
  ".cm-lines .cm-gutterElement, .cm-lineNumbers .cm-gutterElement": { cursor: "default" },
  ".cm-lines .cm-gutterElement:has(span)": { cursor: "pointer" },
  ".cm-dot, .cm-turn": { display: "inline-block", verticalAlign: "top", forcedColorAdjust: "none" },
  ".cm-dot": {
    boxSizing: "border-box",
    width: "10px",
    height: "10px",
    margin: "10px 3px",
    borderRadius: "50%",
    border: "2px solid var(--soft)",
  },
  ".cm-is-constant": { borderRadius: "2px" },
  ".cm-is-input": { borderWidth: "5px", borderColor: "var(--forward)" },
  ".cm-is-output": {
    width: "12px",
    height: "12px",
    margin: "9px 2px",
    padding: "2px",
    borderColor: "var(--reverse)",
    background: "var(--reverse) content-box",
  },
  ".cm-dot.cm-on": { outline: "2px solid var(--focus)", outlineOffset: "1px" },
  ".cm-turn": {
    width: "10px",
    height: "8px",
    margin: "11px 3px",
    background: "var(--soft)",
    clipPath: "polygon(0 0, 100% 0, 50% 100%)",
  },
  ".cm-turned": { rotate: "-90deg" },
  ".cm-fold": {
    marginLeft: "4px",
    padding: "1px 5px",
    border: "1px solid var(--faint)",
    borderRadius: "8px",
    font: "12px var(--sans)",
    whiteSpace: "nowrap",
    color: "var(--soft)",
    cursor: "pointer",
  },
  ".cm-fold:hover": { borderColor: "var(--soft)", color: "var(--ink)" },
});
