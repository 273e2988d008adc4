// The two ends of the paths on show: what was chosen, else an input and the output.

/** @import { Graph, Selection, State } from "../../types.js" */
import { edgesFrom } from "../drawing/wiring.js";

/** Paths that are listed at a time. */
const PAGE = 50;

/** By their names, which stay when the text changes. @typedef {{ from: string, to: string }} Route */

/** @param {Pick<State, "answer" | "route" | "selection">} state @returns {Route | null} */
export function routeOf({ answer, route, selection }) {
  if (!answer) return null;
  const { graph } = answer.trace;
  const names = new Set(graph.nodes.map((node) => node.name));
  const to = route && names.has(route.to) ? route.to : nameOf(graph, graph.output);
  const from = route && names.has(route.from) ? route.from : beginning(graph, selection, to);
  return { from, to };
}

/** What is chosen, if it leads anywhere; else the input that is used most.
 * @param {Graph} graph @param {Selection | null} selection @param {string} to */
function beginning(graph, selection, to) {
  const chosen = selection?.kind === "node" ? graph.nodes[selection.id] : null;
  if (chosen && chosen.kind !== "constant" && chosen.name !== to) return chosen.name;
  const inputs = graph.nodes.filter((node) => node.kind === "input");
  const [first] = inputs.toSorted((a, b) => uses(graph, b.id) - uses(graph, a.id));
  return first?.name ?? to;
}

/** @param {Graph} graph @param {number} id */
function uses(graph, id) {
  return edgesFrom(graph, id).length;
}

/** Between two nodes, in the order in which values flow. @param {Graph} graph @param {number} one @param {number} other @returns {Route} */
export function between(graph, one, other) {
  const [first, second] = one < other ? [one, other] : [other, one];
  return { from: nameOf(graph, first), to: nameOf(graph, second) };
}

/** @param {Graph} graph @param {number} id */
function nameOf(graph, id) {
  return graph.nodes[id]?.name ?? "";
}

/** What paths were asked about: answers to another question are not shown. @param {State} state */
export function pathsKey(state) {
  return JSON.stringify([state.answer?.document, routeOf(state), state.language]);
}

/** What is asked: one page of them, the largest first.
 * @param {State} state @param {string | null} cursor where to go on, if not from the start */
export function pathsQuestion(state, cursor) {
  const route = routeOf(state);
  if (!state.answer || !route) return null;
  const { source, values, output } = state.answer.document;
  const more = { ...(output === null ? {} : { output }), ...(cursor === null ? {} : { cursor }) };
  return { source, values, ...route, limit: PAGE, ...more };
}

/** The paths on screen, if they answer what is asked now. @param {State} state */
export function pathsOf(state) {
  return state.paths?.key === pathsKey(state) ? state.paths.answer : null;
}
