// A drawing is laid out a second time where another order in its columns has fewer crossings.

/** @import { Direction, Graph } from "../../types.js" */
/** @import { Ladder } from "./ladder.js" */
/** @import { Elk } from "./placing.js" */
import { crossings } from "./crossings.js";
import { inOrder, withoutAsked } from "./in-order.js";
import { ladderOf } from "./ladder.js";
import { later } from "./later.js";
import { routesIn } from "./placing.js";

/** Who lays out, and who finds the order. @typedef {{ engine: Pick<import("elkjs").ELK, "layout">,
 *   find: (ladder: Ladder) => number[][] | Promise<number[][]> }} By */

/** @param {Graph} graph @param {Elk} laid @param {Direction} way @param {By} by @returns {Promise<Elk>} */
export async function again(graph, laid, way, { engine, find }) {
  const found = new Map(laid.children?.map((child) => [child.id, child]));
  const boxes = graph.nodes.map(({ id }) => ({ ...NOWHERE, ...found.get(`n${id}`) }));
  const ladders = [undefined, later].map((moved) =>
    ladderOf(graph, boxes, routesIn(laid), way, moved),
  );
  const typed = ladderOf(asTyped(graph), boxes, routesIn(laid), way);
  let [best, least] = [typed, crossings(typed)];
  for (const ladder of ladders.filter(
    ({ column }, i) => i === 0 || differs(column, typed.column),
  )) {
    if (least === 0) break;
    const tried = { ...ladder, columns: await find(ladder) };
    const found = crossings(tried);
    if (found < least) [best, least] = [tried, found];
  }
  if (best === typed) return laid;
  const asked = inOrder(graph, best, way);
  return withoutAsked(await engine.layout(structuredClone(asked)), asked);
}

/** @param {number[]} one @param {number[]} other */
function differs(one, other) {
  return one.some((column, id) => column !== other[id]);
}

const NOWHERE = { x: 0, y: 0, width: 0, height: 0 };

/** With every operand in its place. @param {Graph} graph @returns {Graph} */
function asTyped(graph) {
  return { ...graph, nodes: graph.nodes.map((node) => ({ ...node, commutes: false })) };
}
