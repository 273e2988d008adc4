// The chain rule at one node: one product per use, added up; and which of them have arrived.

/** @import { Edge, Frame, GraphNode, History, Local, Value } from "../types.js" */
import { edgesFrom } from "./wiring.js";

/** One product of the sum.
 * @typedef {{ edge: Edge, user: GraphNode, local: Local, upstream: Value | null,
 *   contribution: Value | null, arrived: boolean, next: boolean }} Term */

/** The products that make this node's gradient, in the order in which they arrive.
 * @param {History} history @param {Frame} frame @param {number} id @returns {Term[]} */
export function termsOf(history, frame, id) {
  const { graph } = history.trace;
  const uses = edgesFrom(graph, id).filter((edge) => history.pulled[edge.id] !== null);
  const ordered = uses.sort((one, other) => when(history, one) - when(history, other));
  const waiting = ordered.find((edge) => when(history, edge) > frame.step);
  return ordered.map((edge) => {
    const arrived = when(history, edge) <= frame.step;
    const arrival = history.arrivals[id]?.find((each) => each.edge === edge.id);
    return {
      edge,
      user: /** @type {GraphNode} */ (graph.nodes[edge.target]),
      local: frame.edges[edge.id]?.local ?? null,
      upstream: arrived ? (frame.nodes[edge.target]?.gradient ?? null) : null,
      contribution: arrived ? (arrival?.contribution ?? null) : null,
      arrived,
      next: edge === waiting,
    };
  });
}

/** @param {History} history @param {Edge} edge */
function when(history, edge) {
  return history.pulled[edge.id] ?? Number.POSITIVE_INFINITY;
}

/** The derivative of one name by another: ∂e/∂b, with brackets where a name is itself an expression.
 * @param {string} of @param {string} by */
export function partial(of, by) {
  return `∂${wrapped(of)}/∂${wrapped(by)}`;
}

/** @param {string} name */
function wrapped(name) {
  return /^[\p{L}\p{N}_@′#]+$/u.test(name) ? name : `(${name})`;
}
