// A drawing is laid out a second time where another order in its columns has fewer crossings.

/** @import { Direction, Graph } from "../../types.js" */
/** @import { Ladder } from "./ladder.js" */
/** @import { Elk } from "./placing.js" */
import { crossings } from "./crossings.js";
import { inOrder, withoutAsked } from "./in-order.js";
import { ladderOf } from "./ladder.js";
import { later } from "./later.js";
import { asLaid, typedLadder } from "./tangled.js";

/** Who lays out, and who finds the order. @typedef {{ engine: Pick<import("elkjs").ELK, "layout">,
 *   find: (ladder: Ladder) => number[][] | Promise<number[][]> }} By */

/** @param {Graph} graph @param {Elk} laid @param {Direction} way @param {By} by @returns {Promise<Elk>} */
export async function again(graph, laid, way, { engine, find }) {
  const typed = typedLadder(graph, laid, way);
  const { boxes, routes } = asLaid(graph, laid);
  let [best, least] = [typed, crossings(typed)];
  for (const moved of [undefined, later]) {
    const ladder = ladderOf(graph, boxes, routes, way, moved);
    if (least === 0 || (moved && !differs(ladder.column, typed.column))) break;
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
