// The same cards in other columns: each as late as it can be without edges growing longer in all.

/** @import { Edge, Graph } from "../../types.js" */
import { edgesFrom, edgesInto } from "./wiring.js";

/** @param {Graph} graph @param {number[]} column of each card @returns {number[]} */
export function later(graph, column) {
  const moved = column.slice(0, graph.nodes.length);
  const order = graph.nodes.map(({ id }) => id).sort((a, b) => (column[a] ?? 0) - (column[b] ?? 0));
  const pulls = pullsOf(graph, order);
  for (const id of order.reverse()) {
    const uses = edgesFrom(graph, id);
    const last = Math.min(...uses.map(({ target }) => (moved[target] ?? 0) - 1));
    if (uses.length > 0 && (pulls[id] ?? 0) <= uses.length)
      moved[id] = Math.max(last, moved[id] ?? 0);
  }
  return moved;
}

/** How many edges grow when a card moves on: what is used by it alone comes along, if it has to pull
 * no more than its one edge itself.
 * @param {Graph} graph @param {number[]} order from inputs to output */
function pullsOf(graph, order) {
  /** @type {number[]} */
  const pulls = [];
  const pull = (/** @type {Edge} */ { source }) =>
    edgesFrom(graph, source).length === 1 ? Math.min(1, pulls[source] ?? 0) : 1;
  for (const id of order)
    pulls[id] = edgesInto(graph, id).reduce((sum, edge) => sum + pull(edge), 0);
  return pulls;
}
