// The sentences of a long trace: those around the step that is shown, when it is shown.

/** @import { Store } from "../../store.js" */
/** @import { Answer } from "../../types.js" */
import { tracingOf } from "../../model/document/question.js";
import { rankOf } from "../../model/numbers/numbers.js";
import { afterRest } from "../../rest.js";
import { answerTo } from "./asking.js";

/** A drag has no use for sentences until it rests. */
const REST = 120;
/** Steps on both sides whose sentences come along: few with the first question, whose answer is waited
 * for, and more once the hands rest; and how near the end of those that are there is near. */
const SOON = { around: 100, near: 20 };
const RESTING = { around: 1000, near: 500 };

/** @param {Store} store @param {import("../server/server.js").Post} [post] who answers, if not the server */
export function tellSteps(store, post) {
  let asking = false;
  const soon = afterRest(REST, () => tell(SOON));
  const onceAtRest = afterRest(REST, () => tell(RESTING));
  store.watch((state, before) => {
    if (state.answer !== before.answer) soon();
    else if (state.playback.step !== before.playback.step) tell(SOON);
  });

  /** @param {typeof SOON} reach */
  async function tell(reach) {
    const { answer, playback } = store.state;
    if (!answer || asking) return;
    if (!isUntold(answer, playback.step, reach.near)) return told(answer, reach);
    asking = true;
    const found = await ask(answer, playback.step, reach.around).finally(() => {
      asking = false;
    });
    heard(found, answer, playback.step, reach);
  }

  /** @param {Awaited<ReturnType<typeof answerTo>>} found @param {Answer} answer
   * @param {number} step @param {typeof SOON} reach */
  function heard(found, answer, step, reach) {
    if (store.state.answer?.trace !== answer.trace) return soon(); // it has other numbers by now
    if (!found?.answer) return;
    keep(answer, found.answer);
    store.update({ told: store.state.told + 1 });
    if (store.state.playback.step === step) told(answer, reach);
    else tell(SOON);
  }

  /** @param {Answer} answer @param {number} step @param {number} around */
  function ask({ document, trace, inputs }, step, around) {
    const body = {
      ...tracingOf(document, { graph: trace.graph, inputs }),
      ...{ form: "steps", fold: false, structure: false },
      start: Math.max(1, step - around),
      stop: Math.max(1, step) + around,
    };
    return answerTo("trace", body, store.state.language, post);
  }

  /** More is asked for once, not for ever where there is none; of tensors it would be much more.
   * @param {Answer} answer @param {typeof SOON} reach */
  function told({ trace }, reach) {
    if (reach === SOON && trace.graph.nodes.every(isNumber)) onceAtRest();
  }
}

/** @param {import("../../types.js").GraphNode} node */
function isNumber(node) {
  return rankOf(node) === 0;
}

/** Whether a sentence is missing here, a little earlier or a little further on.
 * @param {Answer} answer @param {number} step @param {number} near */
function isUntold({ trace }, step, near) {
  const end = Math.min(step + near, trace.steps.length);
  for (let at = Math.max(0, step - 1 - near); at < end; at++)
    if (trace.steps.at(at)?.words === undefined) return true;
  return false;
}

/** @param {Answer} answer @param {{ steps: import("../../types.js").Step[], closing?: string }} told */
function keep({ trace }, told) {
  for (const { index, words } of told.steps) {
    const step = trace.steps.at(index - 1);
    if (step && words !== undefined) step.words = words;
  }
  if (told.closing !== undefined) trace.closing = told.closing;
}
