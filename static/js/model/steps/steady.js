// The same drawing is the same thing: what a new answer has in common with the last one is kept, so
// that nothing is found, compared or drawn anew because a number has changed.

/** @import { Trace } from "../../types.js" */

/** A trace with the nodes and edges of the one before, where they are alike to the last character.
 * @param {Trace} trace @param {Trace | undefined} before @returns {Trace} */
export function steadied(trace, before) {
  if (!before) return trace;
  const nodes = either(trace.graph.nodes, before.graph.nodes);
  const edges = either(trace.graph.edges, before.graph.edges);
  return { ...trace, graph: { ...trace.graph, nodes, edges } };
}

/** @template T @param {T[]} now @param {T[]} before */
function either(now, before) {
  const same = now.length === before.length && JSON.stringify(now) === JSON.stringify(before);
  return same ? before : now;
}
