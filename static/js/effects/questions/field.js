// The field of one or two moving inputs: asked for while it is looked at.

/** @import { Store } from "../../store.js" */
/** @import { State } from "../../types.js" */
import { axesOf, fieldKey, fieldQuestion } from "../../model/field.js";
import { newestWins } from "../waiting/newest.js";
import { answerTo } from "./asking.js";

/** @import { Axes } from "../../model/field.js" */
/** @typedef {{ about: string, axes: Axes, body: Record<string, unknown> }} Job */

/** @param {Store} store @param {(state: State) => boolean} open whether the panel shows */
export function seekField(store, open) {
  const asking = newestWins(ask, () => false);
  store.watch((state) => {
    if (!open(state) || !state.ready || !state.answer || state.gone) return;
    const [key, axes, body] = [fieldKey(state), axesOf(state), fieldQuestion(state)];
    if (state.field?.key === key) return;
    const about = state.answer.document.source;
    const kept = state.field?.about === about ? state.field.answer : null;
    store.update({ field: { key, about, answer: kept, message: "" } });
    if (axes && body) asking.submit({ about, axes, body });
  });

  /** What comes while a slider is dragged on is shown too, until the next answer is there.
   * @param {Job} job */
  async function ask({ about, axes, body }) {
    const found = await answerTo("field", body, store.state.language);
    const { field } = store.state;
    if (field?.about !== about) return;
    if (found === null) return store.update({ field: null });
    const { answer, message } = found;
    store.update({ field: { ...field, message, answer: answer && { ...answer, axes } } });
  }
}
