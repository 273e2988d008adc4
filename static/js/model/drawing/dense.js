// Numbers without gaps, for the layout, and the places it finds under the numbers they had.

/** @import { Drawn, Edge, Graph, GraphNode, Placed } from "../../types.js" */
/** @import { Together } from "./layout-input.js" */

/** @param {Graph} graph @returns {Graph} the same, numbered from 0 on */
export function denseOf(graph) {
  const place = new Map(graph.nodes.map(({ id }, i) => [id, i]));
  const at = (/** @type {number} */ id) => place.get(id) ?? -1;
  return {
    ...graph,
    output: at(graph.output),
    nodes: graph.nodes.map((node, i) => ({ ...node, id: i })),
    edges: graph.edges.map((edge, i) => ({
      ...edge,
      id: i,
      source: at(edge.source),
      target: at(edge.target),
    })),
  };
}

/** @template {Placed} P @param {P} placed @param {Graph} graph as it is numbered itself @returns {P} */
export function spread(placed, graph) {
  return {
    ...placed,
    nodes: under(graph.nodes, placed.nodes),
    routes: under(graph.edges, placed.routes),
    pills: under(graph.edges, placed.pills),
  };
}

/** @template T @param {(GraphNode | Edge)[]} things @param {T[]} places @returns {T[]} */
function under(things, places) {
  /** @type {T[]} */
  const found = [];
  for (const [i, { id }] of things.entries()) {
    const place = places[i];
    if (place !== undefined) found[id] = place;
  }
  return found;
}

/** Open groups of which more than one card is drawn, numbered like the dense graph.
 * @param {Drawn} drawn @returns {Together[]} */
export function togetherIn({ graph, open }) {
  const place = new Map(graph.nodes.map(({ id }, i) => [id, i]));
  return open
    .map(({ id, nodes }) => ({ id, nodes: nodes.flatMap((node) => place.get(node) ?? []) }))
    .filter(({ nodes }) => nodes.length > 1);
}
