// Whether edges cross in a drawing as the layout engine made it, every operand in its typed place.

/** @import { Direction, Graph } from "../../types.js" */
/** @import { Elk } from "./placing.js" */
import { crossings } from "./crossings.js";
import { ladderOf } from "./ladder.js";
import { routesIn } from "./placing.js";

const NOWHERE = { x: 0, y: 0, width: 0, height: 0 };

/** @param {Graph} graph @param {Elk} laid @param {Direction} way */
export function isTangled(graph, laid, way) {
  return crossings(typedLadder(graph, laid, way)) > 0;
}

/** @param {Graph} graph @param {Elk} laid @param {Direction} way */
export function typedLadder(graph, laid, way) {
  const { boxes, routes } = asLaid(graph, laid);
  const nodes = graph.nodes.map((node) => ({ ...node, commutes: false }));
  return ladderOf({ ...graph, nodes }, boxes, routes, way);
}

/** @param {Graph} graph @param {Elk} laid */
export function asLaid(graph, laid) {
  const found = new Map(laid.children?.map((child) => [child.id, child]));
  const boxes = graph.nodes.map(({ id }) => ({ ...NOWHERE, ...found.get(`n${id}`) }));
  return { boxes, routes: routesIn(laid) };
}
