// Walking the graph with arrow keys: right to what uses a node, left to what it is made of.

/** @import { Graph, Placed } from "../../types.js" */
import { FLOW, middleOf } from "./flow.js";
import { edgesFrom, edgesInto } from "./wiring.js";

/** @param {Graph} graph @param {Placed} placed @param {number} id @param {string} key @returns {number | null} */
export function neighbour(graph, placed, id, key) {
  if (key === "ArrowRight") return closest(placed, id, users(graph, id));
  if (key === "ArrowLeft") return closest(placed, id, sources(graph, id));
  if (key === "ArrowUp") return sibling(placed, id, -1);
  if (key === "ArrowDown") return sibling(placed, id, 1);
  return null;
}

/** @param {Graph} graph @param {number} id */
function users(graph, id) {
  return edgesFrom(graph, id).map((edge) => edge.target);
}

/** @param {Graph} graph @param {number} id */
function sources(graph, id) {
  return edgesInto(graph, id).map((edge) => edge.source);
}

/** Across the flow: down the page when it runs right, to the side when it runs down.
 * @param {Placed} placed @param {number} id */
function across(placed, id) {
  const box = placed.nodes[id];
  return box ? middleOf(box, placed.direction) : 0;
}

/** @param {Placed} placed @param {number} id @param {number[]} ids @returns {number | null} */
function closest(placed, id, ids) {
  const here = across(placed, id);
  const sorted = ids.toSorted((a, b) => distance(a) - distance(b));
  return sorted[0] ?? null;

  /** @param {number} other */
  function distance(other) {
    return Math.abs(across(placed, other) - here);
  }
}

/** The next card of the same column.
 * @param {Placed} placed @param {number} id @param {1 | -1} way */
function sibling(placed, id, way) {
  const column = placed.nodes
    .map((_, other) => other)
    .filter((other) => sameColumn(placed, id, other))
    .sort((a, b) => across(placed, a) - across(placed, b));
  return column[column.indexOf(id) + way] ?? null;
}

/** @param {Placed} placed @param {number} id @param {number} other */
function sameColumn(placed, id, other) {
  const [a, b] = [placed.nodes[id], placed.nodes[other]];
  if (!a || !b) return false;
  const { along, length } = FLOW[placed.direction];
  return a[along] < b[along] + b[length] && b[along] < a[along] + a[length];
}
