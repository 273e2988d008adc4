// What is folded in the text: each to its first line, and how many more there are. It is only looked at
// differently: the program, its link and what can be taken back stay as they are.

/** @import { EditorState, Text } from "../../../vendor/codemirror.js" */
/** @import { Lines } from "../../model/text/pieces.js" */
import {
  Decoration,
  EditorView,
  RangeSet,
  StateEffect,
  StateField,
  WidgetType,
  gutterLineClass,
} from "../../../vendor/codemirror.js";
import { html } from "../element.js";
import { Tint, setMarks } from "./marks.js";

/** @typedef {ReturnType<EditorView["state"]["update"]>} Transaction */
/** @typedef {typeof Decoration.none} DecorationSet */
/** @typedef {ReturnType<typeof foldsIn>} Folds */

/** Folds these lines, or what is folded at their first. @typedef {Lines & { on: boolean }} Turn */
/** @type {import("../../../vendor/codemirror.js").StateEffectType<Turn>} */
const turn = StateEffect.define();
/** The same in other words. @type {import("../../../vendor/codemirror.js").StateEffectType<null>} */
const again = StateEffect.define();

/** @param {(doc: Text) => Map<number, number>} blocksOf what can fold: first lines, each with its last
 * @param {{ rest: (count: number) => string, open: () => string, turned: (what: Turn) => string }} say
 *   how many lines there are more, what a press does, and what it has done */
export function foldsIn(blocksOf, say) {
  class Rest extends WidgetType {
    /** @param {number} count */
    constructor(count) {
      super();
      this.text = say.rest(count);
    }
    /** @override @param {WidgetType} other */
    eq(other) {
      return other instanceof Rest && other.text === this.text;
    }
    /** @override @param {EditorView} view */
    toDOM(view) {
      const made = html("span", { class: "cm-fold", title: say.open() }, this.text);
      made.addEventListener("click", () => {
        const { number } = view.state.doc.lineAt(view.posAtDOM(made));
        const found = linesIn(view.state.field(folded), view.state.doc);
        const what = found.find(({ first }) => first === number);
        if (what) turnIn(view, { ...what, on: false });
      });
      return made;
    }
  }

  const folded = StateField.define({
    create: () => Decoration.none,
    update(folds, transaction) {
      const now = turnedBy(transaction, kept(folds, transaction));
      const shown = now.size > 0 && shownBy(transaction);
      return shown ? now.update({ filter: (from, to) => !shown(from, to) }) : now;
    },
    provide: (field) => EditorView.decorations.from(field),
  });

  /** What this step is about. @type {StateField<{ at: number, phase: string } | null>} */
  const hot = StateField.define({
    create: () => nowhere(),
    update(before, { effects }) {
      const marks = effects.find((each) => each.is(setMarks));
      if (!marks?.is(setMarks)) return before;
      const { hot: range, phase } = marks.value;
      return range && { at: range.from, phase };
    },
  });

  const tint = [
    EditorView.decorations.compute([folded, hot], (state) => {
      const line = lineOfHot(state);
      if (line === null) return Decoration.none;
      return Decoration.set(Decoration.line({ class: line.kind }).range(line.from));
    }),
    gutterLineClass.compute([folded, hot], (state) => {
      const line = lineOfHot(state);
      return line ? RangeSet.of(new Tint(line.kind).range(line.from)) : RangeSet.empty;
    }),
  ];

  /** The fold that this step is in. @param {EditorState} state */
  function lineOfHot(state) {
    const { at = -1, phase = "" } = state.field(hot) ?? {};
    const fold = rangesIn(state).find(({ from, to }) => from < at && at <= to);
    return fold ? { from: state.doc.lineAt(fold.from).from, kind: `cm-hotLine cm-${phase}` } : null;
  }

  /** Those that nothing was changed in, and that are still one. @param {DecorationSet} folds
   * @param {Transaction} transaction */
  function kept(folds, { changes, newDoc }) {
    if (folds.size === 0 || changes.empty) return folds;
    const blocks = blocksOf(newDoc);
    const same = folds.update({ filter: (from, to) => !isIn(changes, from, to) }).map(changes);
    return same.update({
      filter: (from, to) =>
        (blocks.get(newDoc.lineAt(from).number) ?? 0) >= newDoc.lineAt(to).number &&
        newDoc.lineAt(from).to === from,
    });
  }

  /** @param {Transaction} transaction @param {DecorationSet} folds */
  function turnedBy({ effects, newDoc }, folds) {
    let now = folds;
    for (const each of effects) {
      if (each.is(turn)) now = turned(now, each.value, newDoc);
      else if (each.is(again)) now = retold(now, newDoc);
    }
    return now;
  }

  /** @param {DecorationSet} folds @param {Turn} what @param {Text} doc */
  function turned(folds, { first, last, on }, doc) {
    const { to: start } = doc.line(first);
    const others = folds.update({ filter: (from) => from !== start });
    return on ? others.update({ add: [foldOf({ first, last }, doc)] }) : others;
  }

  /** @param {DecorationSet} folds @param {Text} doc */
  function retold(folds, doc) {
    const lines = linesIn(folds, doc);
    return Decoration.set(lines.map((each) => foldOf(each, doc)));
  }

  /** @param {Lines} lines @param {Text} doc */
  function foldOf({ first, last }, doc) {
    const widget = new Rest(last - first);
    return Decoration.replace({ widget }).range(doc.line(first).to, doc.line(last).to);
  }

  /** @param {EditorState} state */
  function rangesIn(state) {
    return rangesOf(state.field(folded));
  }

  /** A cursor in what folds goes to the end of its first line. @param {EditorView} view @param {Turn} what */
  function turnIn(view, what) {
    const { doc, selection } = view.state;
    const [start, end] = [doc.line(what.first).to, doc.line(what.last).to];
    const { from, to } = selection.main;
    const hidden = what.on && [from, to].some((at) => isWithin(start, at, end));
    view.dispatch({
      effects: [turn.of(what), EditorView.announce.of(say.turned(what))],
      ...(hidden ? { selection: { anchor: start } } : {}),
    });
  }

  return {
    extension: [folded, hot, tint],
    field: folded,
    turn: turnIn,
    again,
    /** @param {EditorState} state @returns {Lines[]} */
    of: (state) => linesIn(state.field(folded), state.doc),
  };
}

/** Where someone is, or a fault, nothing stays folded. @param {Transaction} transaction
 * @returns {(from: number, to: number) => boolean} */
function shownBy({ effects, newSelection, selection }) {
  const { anchor, head } = newSelection.main;
  const ends = selection ? [anchor, head] : [];
  const faults = effects.flatMap((each) => (each.is(setMarks) ? each.value.faults : []));
  return (from, to) =>
    ends.some((at) => isWithin(from, at, to)) ||
    faults.some((fault) => from < fault.from && fault.from <= to);
}

/** @param {number} from @param {number} at @param {number} to */
function isWithin(from, at, to) {
  return from < at && at < to;
}

/** @returns {{ at: number, phase: string } | null} */
function nowhere() {
  return null;
}

/** @param {Transaction["changes"]} changes @param {number} from @param {number} to */
function isIn(changes, from, to) {
  let found = false;
  changes.iterChangedRanges((start, end) => {
    found ||= start < to && end > from;
  });
  return found;
}

/** @param {DecorationSet} folds */
function rangesOf(folds) {
  /** @type {{ from: number, to: number }[]} */
  const found = [];
  for (const each = folds.iter(); each.value; each.next())
    found.push({ from: each.from, to: each.to });
  return found;
}

/** @param {DecorationSet} folds @param {Text} doc */
function linesIn(folds, doc) {
  return rangesOf(folds).map(({ from, to }) => ({
    first: doc.lineAt(from).number,
    last: doc.lineAt(to).number,
  }));
}
