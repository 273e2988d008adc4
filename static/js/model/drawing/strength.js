// How much gradient each edge has carried, from 0 to 1 on a scale of orders of magnitude.

/** @import { Edge, Graph } from "../../types.js" */
/** @import { Views } from "./projected.js" */
import { namesOnly } from "../document/preferences.js";
import { asNumber } from "../numbers/numbers.js";

/** Orders of magnitude below the largest that are still told apart. */
const ORDERS = 6;

/** @param {Edge[]} edges those that are drawn @param {Pick<Graph, "edges">} whole @param {Views} views
 * @returns {Map<number, number>} by edge; none where nothing has come, or where
 * only names are wanted */
export function strengths(edges, whole, views) {
  if (namesOnly()) return new Map();
  const drawn = new Set(edges.map(({ id }) => id));
  /** @type {Map<number, number>} */
  const sizes = new Map();
  const ends = edges.flatMap(({ id }) => [
    whole.edges[id]?.source ?? -1,
    whole.edges[id]?.target ?? -1,
  ]);
  for (const node of new Set(ends))
    for (const { edge, contribution } of views.node(node)?.arrived ?? [])
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
