// What the editor shows besides the text: faults, what this step is about, what each line comes to.

/** @import { Frame, GraphNode, State, Value } from "../../types.js" */
/** @import { Editor } from "./editor.js" */
import { rankOf, showBrief, showShape } from "../../model/numbers/numbers.js";
import { changedLines, resultsOf } from "../../model/text/results.js";
import { rangeOf } from "../../model/text/spans.js";
import { isLocked } from "../page/look.js";
import { unhurried } from "../unhurried.js";

/** @param {Editor} editor @param {import("../../effects/waiting/later.js").Latecomer} later */
export function editorNotes(editor, later) {
  let marked = "";
  let results = "";
  let locked = false;
  let named = "";
  /** @type {State["operations"] | null} */
  let known = null;
  /** @type {State["operations"] | null} of which completion has heard */
  let offered = null;
  const beside = unhurried(
    {
      draw(state, frame) {
        mark(state, frame);
        result(state, frame);
      },
    },
    ({ problems, document, stale }) => [problems, document.source, stale],
  );

  const typing = later(
    () => Promise.all([import("./completion.js"), import("./keys.js")]),
    ([{ completionIn }, { keys }]) => {
      const made = completionIn();
      editor.equip(keys, made);
      return made;
    },
  );

  return {
    /** Whoever begins to type may want it. */
    begun: typing.wake,

    /** @param {State} state @param {Frame} frame */
    draw(state, frame) {
      name(state);
      if (known !== state.operations) editor.know([...state.operations.values()]);
      known = state.operations;
      offer(state);
      if (locked !== isLocked(state, "editor")) editor.lock(!locked);
      locked = isLocked(state, "editor");
      beside.draw(state, frame);
    },
  };

  /** @param {State} state */
  function offer(state) {
    const made = typing.now();
    if (!made) return;
    if (offered !== state.operations) made.know([...state.operations.values()]);
    offered = state.operations;
    made.draw(state);
  }

  /** @param {State} state */
  function name({ words, language, problems }) {
    const fault = problems[0]?.message ?? null;
    const key = `${language} ${fault}`;
    if (key === named) return;
    named = key;
    editor.name(words("editor.label"), words("editor.ghost"), fault);
  }

  /** Places are those of the text the answer was about; once it has changed they say nothing.
   * @param {State} state @param {Frame} frame */
  function mark({ answer, document, problems, ready }, frame) {
    if (!ready && problems.length === 0 && marked !== "") return;
    const { source } = document;
    const node =
      answer?.document.source === source ? answer.trace.graph.nodes[frame.reading ?? -1] : null;
    const what = {
      faults: problems.flatMap((problem) => rangeOf(source, problem.span) ?? []),
      hot: rangeOf(source, node?.span),
      phase: frame.phase,
    };
    const key = JSON.stringify(what);
    if (key === marked) return;
    marked = key;
    editor.mark(what);
  }

  /** @param {State} state @param {Frame} frame */
  function result({ answer, problems, document }, frame) {
    if (!answer) return;
    const found = resultsOf(answer.trace.graph, frame);
    const texts = new Map([...found].map(([line, { value, node }]) => [line, chip(value, node)]));
    // A faulty line comes to nothing; beside one, the numbers of before stay with lines that stay.
    const faulty = problems.flatMap(({ span }) => span?.line ?? []);
    const others = problems.length > 0 ? changedLines(answer.document.source, document.source) : [];
    for (const line of [...faulty, ...others]) texts.delete(line);
    const key = JSON.stringify([...texts]);
    if (key === results) return;
    results = key;
    editor.result(texts);
  }
}

/** A number as it is, a vector in short, a matrix by its shape.
 * @param {Value | null} value @param {GraphNode} node */
function chip(value, node) {
  if (value === null) return "";
  return rankOf(node) > 1 ? showShape(node.shape) : showBrief(value);
}
