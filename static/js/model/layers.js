// A plain layered layout for graphs too large for the layout engine: one column per depth.

/** @import { Direction, Graph } from "../types.js" */
import { portAt, sizeOf } from "./layout-input.js";

const COLUMN = 268;
const ROW = 100;

/** @param {Graph} graph @param {Direction} direction @returns {import("./placing.js").Elk} */
export function layers(graph, direction) {
  const depth = depths(graph);
  /** @type {number[]} */
  const filled = [];
  const children = graph.nodes.map((node) => {
    const layer = depth[node.id] ?? 0;
    const row = filled[layer] ?? 0;
    filled[layer] = row + 1;
    const [along, across] = [layer * COLUMN, row * ROW];
    const place =
      direction === "right" ? { x: along, y: across } : { x: across * 2.6, y: along / 2 };
    return { ...place, ...sizeOf(node) };
  });
  return { children, edges: straight(graph, children, direction) };
}

/** Nodes come in an order where inputs stand before their users, so one pass is enough. @param {Graph} graph */
function depths(graph) {
  const depth = graph.nodes.map(() => 0);
  for (const { source, target } of graph.edges.toSorted((a, b) => a.target - b.target)) {
    depth[target] = Math.max(depth[target] ?? 0, (depth[source] ?? 0) + 1);
  }
  return depth;
}

/** @param {Graph} graph @param {import("../types.js").Box[]} boxes @param {Direction} direction */
function straight(graph, boxes, direction) {
  const counts = graph.nodes.map(() => 0);
  for (const { target } of graph.edges) counts[target] = (counts[target] ?? 0) + 1;
  return graph.edges.map(({ source, target, port }) => {
    const [from, to] = [boxes[source], boxes[target]];
    if (!from || !to) return {};
    const at = portAt(port, counts[target] ?? 1);
    const right = direction === "right";
    const startPoint = right
      ? { x: from.x + from.width, y: from.y + from.height / 2 }
      : { x: from.x + from.width / 2, y: from.y + from.height };
    const endPoint = right
      ? { x: to.x, y: to.y + at * to.height }
      : { x: to.x + at * to.width, y: to.y };
    return { sections: [{ startPoint, endPoint }] };
  });
}
