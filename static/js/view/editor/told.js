// Where a fault is told: beneath its own line. What is said there stays one element of the page; the
// editor only leaves a slot for it, beneath the line or, while that is out of view, beneath the text.

import {
  Decoration,
  EditorView,
  GutterMarker,
  StateEffect,
  StateField,
  WidgetType,
  gutterWidgetClass,
} from "../../../vendor/codemirror.js";
import { html } from "../element.js";

const NAME = "problem";

/** The place of the fault; null where there is none. A text that changes takes it away only once it
 * has been read again. @type {import("../../../vendor/codemirror.js").StateEffectType<number | null>} */
export const setTold = StateEffect.define();

class Beneath extends WidgetType {
  /** @override */
  toDOM() {
    return html("div", { class: "cm-told" }, slotFor());
  }
  /** One is as good as another: it is never made anew. @override */
  eq() {
    return true;
  }
}

const widget = Decoration.widget({ widget: new Beneath(), block: true, side: 1 });

const place = StateField.define({
  create: () => Decoration.none,
  update(decorations, transaction) {
    const effect = transaction.effects.find((each) => each.is(setTold));
    if (!effect?.is(setTold)) return decorations.map(transaction.changes);
    if (effect.value === null) return Decoration.none;
    const { doc } = transaction.state;
    return Decoration.set(widget.range(doc.lineAt(Math.min(effect.value, doc.length)).to));
  },
  provide: (field) => EditorView.decorations.from(field),
});

/** The tint goes on under the line's number and result. */
const beside = new (class extends GutterMarker {
  elementClass = "cm-faultLine";
})();

export const told = [
  place,
  gutterWidgetClass.of((_, widget) => (widget instanceof Beneath ? beside : null)),
];

/** The first slot of a name is filled: the one beneath the line, where there is one. */
export function slotFor() {
  return html("slot", { name: NAME });
}
