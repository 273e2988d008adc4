// What the inspector is about: what was chosen, else what this step is about.

/** @import { Answer, Edge, Frame, GraphNode, Selection, State, Trace } from "../../types.js" */
import { sizeOf } from "../numbers/matrix.js";
import { rankOf } from "../numbers/numbers.js";

/** Of one table: more are not read. */
const MOST = 4096;

/** @typedef {{ node: GraphNode, edge: Edge | null }} Subject */

/** @param {{ answer: { trace: Trace } | null, selection: Selection | null }} state @param {Frame} frame
 * @returns {Subject | null} */
export function subjectOf({ answer, selection }, frame) {
  if (!answer) return null;
  const { graph } = answer.trace;
  if (selection?.kind === "edge") {
    const edge = graph.edges[selection.id];
    const node = edge && graph.nodes[edge.source];
    return edge && node ? { node, edge } : null;
  }
  const node = graph.nodes[selection?.id ?? frame.now?.node ?? graph.output];
  return node ? { node, edge: null } : null;
}

/** What a closed form was asked about: answers to another question are not shown.
 * @param {State} state */
export function symbolicKey({ answer, language, form }) {
  return JSON.stringify([answer?.document.source, answer?.document.output, language, form]);
}

/** @param {State} state */
export function checkKey({ answer, language }) {
  return JSON.stringify([answer?.document, language]);
}

/** @param {State} state */
export function wholeKey({ answer, language }) {
  return JSON.stringify(["whole", answer?.document, language]);
}

/** Whether what can be said of a node's slope is a table: the output has many entries.
 * @param {Trace} trace @param {GraphNode} node */
export function isTable({ graph }, node) {
  const output = graph.nodes[graph.output];
  const ends = node.kind === "input" || node.id === graph.output;
  return output !== undefined && rankOf(output) > 0 && ends;
}

/** Whether the tables are small enough to be read. @param {Answer} answer */
export function areListed({ trace: { graph }, inputs }) {
  const entries = sizeOf(graph.nodes[graph.output]?.shape ?? []);
  return inputs.every(({ shape }) => entries * sizeOf(shape) <= MOST);
}
