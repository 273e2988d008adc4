// What both modes cost on this graph, its Jacobian, and the same at any size: asked for while looked at.

/** @import { Store } from "../../store.js" */
/** @import { State } from "../../types.js" */
import { compareKey, comparisonQuestion, isListed } from "../../model/comparing.js";
import { afterRest } from "../../rest.js";
import { Gone, get } from "../server/server.js";
import { answerTo } from "./asking.js";

const REST = 60;

/** @param {Store} store @param {(state: State) => boolean} open whether the panel shows */
export function seekCompare(store, open) {
  const askSoon = afterRest(REST, askDense);
  let shown = false;
  store.watch((state, before) => {
    const opened = open(state) && !shown;
    shown = open(state);
    if (!shown || state.gone) return;
    if (wanted(state)) ask(state);
    if (isDenseOld(state, before, opened)) askSoon();
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
    const now = store.state.compare;
    if (now?.key !== key) return;
    store.update({ compare: { ...now, ...answered(costs, found) } });
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

/** @param {State} state */
function wanted(state) {
  return state.ready && state.answer && state.compare?.key !== compareKey(state);
}

/** @param {State} state @param {State} before @param {boolean} opened just now */
function isDenseOld(state, before, opened) {
  return before.gone || resized(state, before) || (opened && state.dense.answer === null);
}

/** Both answers as one; where nobody has answered it will be asked again.
 * @param {Awaited<ReturnType<typeof answerTo>>} costs
 * @param {Awaited<ReturnType<typeof answerTo>> | null} found */
function answered(costs, found) {
  if (costs === null) return { key: "" };
  const jacobian = found?.answer?.outputs ?? null;
  return { answer: costs.answer && { ...costs.answer, jacobian }, message: costs.message };
}

/** @param {Pick<State, "dense">} state @param {Pick<State, "dense">} before */
function resized({ dense }, { dense: before }) {
  return dense.inputs !== before.inputs || dense.outputs !== before.outputs;
}
