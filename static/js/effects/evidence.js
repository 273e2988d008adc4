// Closed forms and the four-way check, asked for only when someone looks at an input.

/** @import { Store } from "../store.js" */
/** @import { State } from "../types.js" */
import { frameOf } from "../model/steps/frame.js";
import { checkKey, subjectOf, symbolicKey } from "../model/steps/subject.js";
import { answerTo } from "./asking.js";

/** After this much rest, so that a drag or a walk does not ask at every step. */
const REST = 220;

/** @param {Store} store */
export function seekEvidence(store) {
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;
  store.watch((state, before) => {
    const same = state.ready === before.ready && state.playback === before.playback;
    if (same && state.selection === before.selection) return;
    clearTimeout(timer);
    if (wanted(state)) timer = setTimeout(seek, REST);
  });

  function seek() {
    const { state } = store;
    const { values } = state.answer?.document ?? {};
    if (state.symbolic?.key !== symbolicKey(state)) ask("symbolic", symbolicKey(state), {});
    if (state.check?.key !== checkKey(state)) ask("check", checkKey(state), { values });
  }

  /** @param {"symbolic" | "check"} path @param {string} key @param {object} more */
  async function ask(path, key, more) {
    const { answer, language } = store.state;
    if (!answer) return;
    const { document } = answer;
    const output = document.output === null ? {} : { output: document.output };
    store.update({ [path]: { key, answer: null, message: "" } });
    const found = await answerTo(path, { source: document.source, ...output, ...more }, language);
    if (store.state[path]?.key === key) store.update({ [path]: found && { key, ...found } });
  }
}

/** @param {State} state */
function wanted(state) {
  if (!state.ready || !state.answer || state.playback.playing) return false;
  const frame = frameOf(state.answer.history, state.playback.step);
  return subjectOf(state, frame)?.node.kind === "input";
}
