// The chain rule at one node: one product for each way a derivative comes, and which have arrived.

/** @import { Edge, Frame, GraphNode, History, Local, Value } from "../../types.js" */
import { edgesFrom, edgesInto } from "../drawing/wiring.js";

/** One product of the sum; `user` is the node that the derivative comes from.
 * @typedef {{ edge: Edge, user: GraphNode, local: Local, upstream: Value | null,
 *   contribution: Value | null, arrived: boolean, next: boolean }} Term */

/** The products that make this node's gradient, in the order in which they arrive; in forward mode
 * they make its tangent, and come from what it is made of.
 * @param {History} history @param {Frame} frame @param {number} id @returns {Term[]} */
export function termsOf(history, frame, id) {
  const { graph } = history.trace;
  const [edges, other] = SOURCES[history.sweep];
  const uses = edges(graph, id).filter((edge) => history.pulled[edge.id] !== null);
  const ordered = uses.sort((one, other) => when(history, one) - when(history, other));
  const waiting = ordered.find((edge) => when(history, edge) > frame.step);
  const arrivals = new Map(history.arrivals(id).map((each) => [each.edge, each]));
  return ordered.map((edge) => {
    const arrived = when(history, edge) <= frame.step;
    const arrival = arrivals.get(edge.id);
    return {
      edge,
      user: /** @type {GraphNode} */ (graph.nodes[edge[other]]),
      local: frame.edge(edge.id)?.local ?? null,
      upstream: arrived ? (frame.node(edge[other])?.gradient ?? null) : null,
      contribution: arrived ? (arrival?.contribution ?? null) : null,
      arrived,
      next: edge === waiting,
    };
  });
}

/** Gradients come from what uses a node, tangents from what it is made of. */
const SOURCES = {
  reverse: /** @type {const} */ ([edgesFrom, "target"]),
  tangent: /** @type {const} */ ([edgesInto, "source"]),
};

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
