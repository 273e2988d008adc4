// The sentences of a long trace: those around the step that is shown, when it is shown.

/** @import { Store } from "../../store.js" */
/** @import { Answer } from "../../types.js" */
import { tracingOf } from "../../model/document/question.js";
import { afterRest } from "../../rest.js";
import { answerTo } from "./asking.js";

/** A hand that flies through steps, or drags, has no use for sentences until it rests. */
const REST = 120;
/** Steps on both sides whose sentences come along, and how near their end is near. */
const AROUND = 100;
const NEAR = 20;

/** @param {Store} store @param {import("../server/server.js").Post} [post] who answers, if not the server */
export function tellSteps(store, post) {
  let asking = false;
  let resting = true;
  const soon = afterRest(REST, () => {
    resting = true;
    tell();
  });
  store.watch((state, before) => {
    const stepped = state.playback.step !== before.playback.step;
    if (state.answer === before.answer && !stepped) return;
    if (state.answer === before.answer && resting) tell(); // the first step from rest does not wait
    resting = false;
    soon();
  });

  async function tell() {
    const { answer, playback, language } = store.state;
    if (!answer || asking || !isUntold(answer, playback.step)) return;
    const body = {
      ...tracingOf(answer.document, { graph: answer.trace.graph, inputs: answer.inputs }),
      ...{ form: "steps", fold: false, structure: false },
      start: Math.max(1, playback.step - AROUND),
      stop: Math.max(1, playback.step) + AROUND,
    };
    asking = true;
    const found = await answerTo("trace", body, language, post).finally(() => {
      asking = false;
    });
    if (store.state.answer?.trace !== answer.trace) return soon(); // it has other numbers by now
    if (!found?.answer) return;
    keep(answer, found.answer);
    store.update({ told: store.state.told + 1 });
    soon(); // the hand may have gone on meanwhile
  }
}

/** Whether a sentence is missing here or a little further on. @param {Answer} answer @param {number} step */
function isUntold({ trace }, step) {
  const end = Math.min(step + NEAR, trace.steps.length);
  for (let at = Math.max(0, step - 1); at < end; at++)
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
