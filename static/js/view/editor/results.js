// What each line comes to, in a column at its right; a press chooses the line's node.

import { GutterMarker, StateEffect, StateField, gutter } from "../../../vendor/codemirror.js";

/** @type {import("../../../vendor/codemirror.js").StateEffectType<Map<number, string>>} */
export const setResults = StateEffect.define();

const shown = StateField.define({
  create: () => /** @type {Map<number, string>} */ (new Map()),
  update(texts, transaction) {
    const effect = transaction.effects.find((each) => each.is(setResults));
    return effect?.is(setResults) ? effect.value : texts;
  },
});

class Result extends GutterMarker {
  /** @param {string} text */
  constructor(text) {
    super();
    this.text = text;
  }
  /** @override @param {GutterMarker} other */
  eq(other) {
    return other instanceof Result && other.text === this.text;
  }
  /** @override */
  toDOM() {
    return document.createTextNode(this.text);
  }
}

/** @param {(line: number) => void} picked */
export const results = (picked) => [
  shown,
  gutter({
    class: "cm-results",
    side: "after",
    lineMarker(view, block) {
      const line = view.state.doc.lineAt(block.from).number;
      const text = view.state.field(shown).get(line);
      return text ? new Result(text) : null;
    },
    domEventHandlers: {
      click(view, block) {
        picked(view.state.doc.lineAt(block.from).number);
        return true;
      },
    },
    lineMarkerChange: (update) =>
      update.startState.field(shown) !== update.state.field(shown) || update.docChanged,
  }),
];
