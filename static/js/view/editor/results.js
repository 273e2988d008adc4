// What each line comes to, in a column at its right; a press chooses the line's node.

/** @import { EditorView } from "../../../vendor/codemirror.js" */
import { GutterMarker, StateEffect, gutter } from "../../../vendor/codemirror.js";

/** Other lines come to something than before. */
const moved = StateEffect.define();

/** @param {(line: number) => void} picked */
export function resultColumn(picked) {
  /** What stands in the column, by line. @type {Map<number, string>} */
  let texts = new Map();
  /** Where it stands. @type {Map<number, Text>} */
  const places = new Map();

  class Result extends GutterMarker {
    /** @param {number} line */
    constructor(line) {
      super();
      this.line = line;
    }
    /** @override @param {GutterMarker} other */
    eq(other) {
      return other instanceof Result && other.line === this.line;
    }
    /** @override */
    toDOM() {
      const place = document.createTextNode(texts.get(this.line) ?? "");
      places.set(this.line, place);
      return place;
    }
  }

  const extension = gutter({
    class: "cm-results",
    side: "after",
    lineMarker(view, block) {
      const line = view.state.doc.lineAt(block.to).number; // what is folded comes to what its last line does
      return texts.has(line) ? new Result(line) : null;
    },
    domEventHandlers: {
      click(view, block) {
        picked(view.state.doc.lineAt(block.to).number);
        return true;
      },
    },
    lineMarkerChange: ({ docChanged, transactions }) =>
      docChanged || transactions.some(({ effects }) => effects.some((each) => each.is(moved))),
  });

  /** Other numbers on the same lines are written where they stand: to tell the editor of each would
   * have it look where its cursor is, and all that has changed be laid out for that.
   * @param {EditorView} view @param {Map<number, string>} found by line */
  function show(view, found) {
    const before = texts;
    texts = new Map([...found].filter(([, text]) => text !== ""));
    for (const [line, text] of texts) {
      const place = places.get(line);
      if (place && place.data !== text) place.data = text;
    }
    if ([...texts.keys()].join() !== [...before.keys()].join())
      view.dispatch({ effects: moved.of(null) });
    else if (longest(texts) !== longest(before)) view.requestMeasure();
  }

  return { extension, show };
}

/** What the width of the column depends on. @param {Map<number, string>} texts */
function longest(texts) {
  return Math.max(0, ...[...texts.values()].map(({ length }) => length));
}
