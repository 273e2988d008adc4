// Marks in the text: a wavy line under a fault, a tint behind what this step is about.

/** @import { Range } from "../../model/text/spans.js" */
import {
  Decoration,
  EditorView,
  GutterMarker,
  RangeSet,
  StateEffect,
  StateField,
  gutterLineClass,
} from "../../../vendor/codemirror.js";

/** @typedef {{ faults: Range[], hot: Range | null, phase: string }} Marks */

/** @type {import("../../../vendor/codemirror.js").StateEffectType<Marks>} */
export const setMarks = StateEffect.define();

const inText = StateField.define({
  create: () => Decoration.none,
  update(decorations, transaction) {
    const effect = transaction.effects.find((each) => each.is(setMarks));
    if (effect?.is(setMarks)) return decorationsFor(effect.value, transaction.state.doc);
    return decorations.map(transaction.changes);
  },
  provide: (field) => EditorView.decorations.from(field),
});

/** The tint goes on behind the line's number and result. */
export class Tint extends GutterMarker {
  /** @param {string} kind */
  constructor(kind) {
    super();
    this.elementClass = kind;
  }
  /** @override @param {GutterMarker} other */
  eq(other) {
    return other instanceof Tint && other.elementClass === this.elementClass;
  }
}

/** @type {StateField<RangeSet<GutterMarker>>} */
const inGutters = StateField.define({
  create: () => RangeSet.empty,
  update(tints, transaction) {
    const effect = transaction.effects.find((each) => each.is(setMarks));
    if (!effect?.is(setMarks)) return tints.map(transaction.changes);
    return RangeSet.of(tintsFor(effect.value, transaction.state.doc), true);
  },
  provide: (field) => gutterLineClass.from(field),
});

export const marks = [inText, inGutters];

/** @param {Marks} what @param {import("../../../vendor/codemirror.js").Text} doc */
function tintsFor({ faults, hot, phase }, doc) {
  const lines = faults.map((range) => ({ at: range.from, kind: "cm-faultLine" }));
  if (hot && hot.from <= doc.length) lines.push({ at: hot.from, kind: `cm-hotLine cm-${phase}` });
  return lines.map(({ at, kind }) =>
    new Tint(kind).range(doc.lineAt(Math.min(at, doc.length)).from),
  );
}

/** @param {Marks} what @param {import("../../../vendor/codemirror.js").Text} doc */
function decorationsFor({ faults, hot, phase }, doc) {
  const found = faults.flatMap((range) => underline(range, doc));
  if (hot && hot.to <= doc.length && hot.to > hot.from) {
    found.push(Decoration.mark({ class: `cm-hot cm-${phase}` }).range(hot.from, hot.to));
    const line = doc.lineAt(hot.from);
    found.push(Decoration.line({ class: `cm-hotLine cm-${phase}` }).range(line.from));
  }
  return Decoration.set(found, true);
}

/** A fault has a width even where its span has none. @param {Range} range @param {import("../../../vendor/codemirror.js").Text} doc */
function underline({ from, to }, doc) {
  const line = doc.lineAt(Math.min(from, doc.length));
  const start = Math.min(from, to > from ? doc.length : Math.max(line.from, line.to - 1));
  const end = Math.min(doc.length, Math.max(to, start + 1));
  const tint = Decoration.line({ class: "cm-faultLine" }).range(line.from);
  return end > start ? [tint, Decoration.mark({ class: "cm-fault" }).range(start, end)] : [tint];
}
