// What each line of the program comes to: the widest node written on it is the line's own.

/** @import { Frame, Graph, GraphNode } from "../../types.js" */

/** By the list of nodes, which stays while only numbers change.
 * @type {WeakMap<GraphNode[], Map<number, GraphNode>>} */
const known = new WeakMap();

/** @param {Graph} graph @returns {Map<number, GraphNode>} by the line where it ends */
export function resultNodes(graph) {
  const found = known.get(graph.nodes) ?? looked(graph);
  known.set(graph.nodes, found);
  return found;
}

/** @param {Graph} graph */
function looked(graph) {
  /** @type {Map<number, GraphNode>} */
  const found = new Map();
  for (const node of graph.nodes) {
    if (!node.span || node.kind === "constant") continue;
    const line = node.span.end_line ?? node.span.line;
    const rival = found.get(line);
    if (!rival || width(node) >= width(rival)) found.set(line, node);
  }
  return found;
}

/** @param {GraphNode} node */
function width({ span }) {
  if (!span) return 0;
  const lines = (span.end_line ?? span.line) - span.line;
  return lines * 1e6 + span.end - span.start;
}

/** @param {Graph} graph @param {Frame} frame @returns {Map<number, { node: GraphNode, value: import("../../types.js").Value | null }>} */
export function resultsOf(graph, frame) {
  const lines = [...resultNodes(graph)];
  return new Map(lines.map(([line, node]) => [line, { node, value: frame.value(node.id) }]));
}

/** Which lines of a text are no longer what they were. @param {string} before @param {string} now */
export function changedLines(before, now) {
  const lines = now.split("\n");
  return before.split("\n").flatMap((text, at) => (text === lines[at] ? [] : [at + 1]));
}
