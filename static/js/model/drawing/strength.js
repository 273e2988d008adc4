// How much gradient each edge has carried, from 0 to 1 on a scale of orders of magnitude.

/** @import { Edge } from "../../types.js" */
/** @import { Views } from "./projected.js" */
import { asNumber } from "../numbers/numbers.js";

/** Orders of magnitude below the largest that are still told apart. */
const ORDERS = 6;

/** @param {Edge[]} edges @param {Views} views @returns {Map<number, number>} by edge; none where nothing has come */
export function strengths(edges, { nodes }) {
  const drawn = new Set(edges.map(({ id }) => id));
  /** @type {Map<number, number>} */
  const sizes = new Map();
  for (const view of nodes)
    for (const { edge, contribution } of view?.arrived ?? [])
      if (edge !== null && drawn.has(edge)) sizes.set(edge, orderOf(contribution));
  const largest = [...sizes.values()].reduce((high, each) => Math.max(high, each), -Infinity);
  return new Map(
    [...sizes].map(([edge, size]) => [edge, Math.max(0, 1 - (largest - size) / ORDERS)]),
  );
}

/** Of a tensor, its largest entry; what is not finite counts as nothing.
 * @param {import("../../types.js").Value} value @returns {number} */
function orderOf(value) {
  if (Array.isArray(value)) return Math.max(...value.map(orderOf));
  const size = Math.abs(asNumber(value));
  return Number.isFinite(size) ? Math.log10(size) : -Infinity;
}
