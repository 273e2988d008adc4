// Closed forms, the four-way check, and where the output has many entries all its derivatives: asked for
// only when someone looks at what they are of.

/** @import { Store } from "../../store.js" */
/** @import { State } from "../../types.js" */
import { frameOf } from "../../model/steps/frame.js";
import {
  areListed,
  checkKey,
  isTable,
  subjectOf,
  symbolicKey,
  wholeKey,
} from "../../model/steps/subject.js";
import { answerTo } from "./asking.js";

/** After this much rest, so that a drag or a walk does not ask at every step. */
const REST = 220;

const PATHS = /** @type {const} */ ({ symbolic: "symbolic", check: "check", whole: "evaluate" });

/** @param {Store} store */
export function seekEvidence(store) {
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;
  store.watch((state, before) => {
    const same = state.ready === before.ready && state.playback === before.playback;
    const formed = state.form === before.form;
    if (same && formed && state.selection === before.selection) return;
    clearTimeout(timer);
    if (wanted(state)) timer = setTimeout(seek, formed ? REST : 0);
  });

  function seek() {
    for (const [kind, key, more] of questions(store.state))
      if (store.state[kind]?.key !== key) ask(kind, key, more);
  }

  /** @param {keyof typeof PATHS} kind @param {string} key @param {object} more */
  async function ask(kind, key, more) {
    const { answer, language } = store.state;
    if (!answer) return;
    const { document } = answer;
    const output = document.output === null ? {} : { output: document.output };
    store.update({ [kind]: { key, answer: null, message: "" } });
    const body = { source: document.source, ...output, ...more };
    const found = await answerTo(PATHS[kind], body, language);
    if (store.state[kind]?.key === key) store.update({ [kind]: found && { key, ...found } });
  }
}

/** What is asked, each with the key of its answer.
 * @param {State} state @returns {[keyof typeof PATHS, string, object][]} */
function questions(state) {
  const { answer, form } = state;
  const { values, wrt } = answer?.document ?? {};
  if (!hasTables(state))
    return [
      ["symbolic", symbolicKey(state), { form }],
      ["check", checkKey(state), { values }],
    ];
  if (!answer || !areListed(answer)) return [];
  return [["whole", wholeKey(state), { values, jacobian: true, ...(wrt ? { wrt } : {}) }]];
}

/** @param {State} state */
function wanted(state) {
  if (!state.ready || !state.answer || state.playback.playing) return false;
  const frame = frameOf(state.answer.history, state.playback.step);
  const node = subjectOf(state, frame)?.node;
  return node !== undefined && (node.kind === "input" || isTable(state.answer.trace, node));
}

/** @param {State} state */
function hasTables({ answer }) {
  const output = answer?.trace.graph.nodes[answer.trace.graph.output];
  return answer !== null && output !== undefined && isTable(answer.trace, output);
}
