// What both modes cost on this graph, its Jacobian, and the same at any size: asked for while looked at.

/** @import { Store } from "../store.js" */
/** @import { State } from "../types.js" */
import { compareKey, comparisonQuestion, isListed } from "../model/comparing.js";
import { answerTo } from "./asking.js";
import { afterRest } from "./rest.js";
import { Gone, get } from "./server.js";

const REST = 60;

/** @param {Store} store @param {(state: State) => boolean} open whether the panel shows */
export function seekCompare(store, open) {
  const askSoon = afterRest(REST, askDense);
  let shown = false;
  store.watch((state, before) => {
    const opened = open(state) && !shown;
    shown = open(state);
    if (!shown) return;
    if (state.ready && state.answer && state.compare?.key !== compareKey(state)) ask(state);
    if (resized(state, before) || (state.dense.answer === null && opened)) askSoon();
  });

  /** @param {State} state */
  async function ask(state) {
    const key = compareKey(state);
    const { output, ...body } = comparisonQuestion(state);
    const before = state.compare?.about === body.source ? state.compare.answer : null;
    store.update({ compare: { key, about: body.source, answer: before, message: "" } });
    const costs = await answerTo("compare", { ...body, outputs: output }, state.language);
    const listed = isListed(state) ? { ...body, output, jacobian: true } : null;
    const found = listed && (await answerTo("evaluate", listed, state.language));
    if (costs === null || store.state.compare?.key !== key) return;
    const answer = costs.answer && { ...costs.answer, jacobian: found?.answer?.outputs ?? null };
    store.update({ compare: { key, about: body.source, answer, message: costs.message } });
  }

  async function askDense() {
    const { dense, language } = store.state;
    const { inputs, outputs } = dense;
    try {
      const answer = await get(`dense?inputs=${inputs}&outputs=${outputs}`, { language });
      if (!resized(store.state, { dense })) store.update({ dense: { ...dense, answer } });
    } catch (error) {
      if (!(error instanceof Gone)) throw error;
    }
  }
}

/** @param {Pick<State, "dense">} state @param {Pick<State, "dense">} before */
function resized({ dense }, { dense: before }) {
  return dense.inputs !== before.inputs || dense.outputs !== before.outputs;
}
