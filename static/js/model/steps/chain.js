// The chain rule at one node: one product for each way a derivative comes, and which have arrived.

/** @import { Edge, Frame, GraphNode, History, Local, Value } from "../../types.js" */

/** One product of the sum; `user` is the node that the derivative comes from.
 * @typedef {{ edge: Edge, user: GraphNode, local: Local, upstream: Value | null,
 *   contribution: Value | null, arrived: boolean, next: boolean }} Term */

/** Where in the trace a product comes to this node, in the order in which they come. A number may be
 * used ten thousand times: only those that are shown are made into terms.
 * @param {History} history @param {number} id */
export function productsOf({ course }, id) {
  return (course.visits[id] ?? []).filter((at) => edgeAt(course, at) !== null);
}

/** The products at these places that make a node's gradient; in forward mode they make its tangent,
 * and come from what it is made of.
 * @param {History} history @param {Frame} frame @param {number[]} places @returns {Term[]} */
export function termsOf(history, frame, places) {
  const { course, trace, sweep } = history;
  const waiting = places.find((at) => (course.steps[at]?.index ?? 0) > frame.step);
  return places.flatMap((at) => {
    const [step, edge] = [trace.steps.at(at), trace.graph.edges[edgeAt(course, at) ?? -1]];
    if (!step || !edge || !("edge" in step)) return [];
    const user = edge[SOURCES[sweep]];
    const arrived = step.index <= frame.step;
    return {
      edge,
      user: /** @type {GraphNode} */ (trace.graph.nodes[user]),
      local: frame.edge(edge.id)?.local ?? null,
      upstream: arrived ? (frame.node(user)?.gradient ?? null) : null,
      contribution: arrived ? step.contribution : null,
      arrived,
      next: at === waiting,
    };
  });
}

/** The edge over which a step brings a product. @param {History["course"]} course @param {number} at */
export function edgeAt({ steps }, at) {
  const step = steps[at];
  return step && "edge" in step ? step.edge : null;
}

/** Gradients come from what uses a node, tangents from what it is made of. */
const SOURCES = {
  reverse: /** @type {const} */ ("target"),
  tangent: /** @type {const} */ ("source"),
};

/** The derivative of one name by another: ∂e/∂b, with brackets where a name is itself an expression.
 * @param {string} of @param {string} by */
export function partial(of, by) {
  return `∂${wrapped(of)}/∂${wrapped(by)}`;
}

/** @param {string} name */
function wrapped(name) {
  return /^[\p{L}\p{N}_@′#]+$/u.test(name) ? name : `(${name})`;
}
