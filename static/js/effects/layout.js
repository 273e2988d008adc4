// Layout in a worker: the page never waits for it.

/** @import { Direction, Graph, Placed, PlacedIn } from "../types.js" */
/** @import { Room } from "../model/fit.js" */
import ELK from "../../vendor/elk-api.js";
import { betterWay, fitsWell } from "../model/fit.js";
import { layers } from "../model/layers.js";
import { layoutInput } from "../model/layout-input.js";
import { placing } from "../model/placing.js";

/** Beyond this the layout engine takes seconds, and its picture is not clearer. */
const MOST_NODES = 500;

const elk = new ELK({
  workerUrl: new URL("../../vendor/elk-worker.min.js", import.meta.url).href,
});

/** Left to right, unless it would be far easier to read from above to below.
 * @param {Graph} graph @param {Room} room @returns {Promise<PlacedIn>} */
export async function layout(graph, room) {
  const right = await laidOut(graph, "right");
  if (fitsWell(right.bounds, room)) return { ...right, room };
  const down = await laidOut(graph, "down");
  const turned = betterWay(right.bounds, down.bounds, room) === "down";
  return { ...(turned ? down : right), room };
}

/** @param {Graph} graph @param {Direction} direction @returns {Promise<Placed>} */
async function laidOut(graph, direction) {
  if (graph.nodes.length > MOST_NODES) return placing(graph, layers(graph, direction), direction);
  return placing(graph, await elk.layout(layoutInput(graph, direction)), direction);
}
