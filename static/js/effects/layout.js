// Layout in a worker: the page never waits for it.

/** @import { Direction, Drawn, Graph, Placed, PlacedIn } from "../types.js" */
/** @import { Room } from "../model/fit.js" */
/** @import { Together } from "../model/layout-input.js" */
import ELK from "../../vendor/elk-api.js";
import { crossed } from "../model/columns.js";
import { denseOf, spread, togetherIn } from "../model/dense.js";
import { betterWay } from "../model/fit.js";
import { foreseen, layers } from "../model/layers.js";
import { layoutInput } from "../model/layout-input.js";
import { placing } from "../model/placing.js";
import { ownWorker } from "../trusted.js";

/** Beyond this the layout engine takes seconds, and its picture is not clearer. */
const MOST_NODES = 500;
/** An edge over many columns costs as much as that many nodes. */
const MOST_CROSSED = 1200;

const elk = new ELK({
  workerUrl: new URL("../../vendor/elk-worker.min.js", import.meta.url).href,
  workerFactory: (url) => ownWorker(url ?? ""),
});

/** Left to right, unless it would be far easier to read from above to below.
 * @param {Drawn} drawn @param {Room} room @returns {Promise<PlacedIn>} */
export async function layout(drawn, room) {
  const graph = denseOf(drawn.graph);
  const way = betterWay(foreseen(graph, "right"), foreseen(graph, "down"), room);
  const placed = await laidOut(graph, way, togetherIn(drawn));
  return { ...spread(placed, drawn.graph), room };
}

/** @param {Graph} graph @param {Direction} way @param {Together[]} groups @returns {Promise<Placed>} */
async function laidOut(graph, way, groups) {
  if (graph.nodes.length > MOST_NODES || crossed(graph) > MOST_CROSSED) return plain(graph, way);
  try {
    return placing(graph, await elk.layout(layoutInput(graph, way, groups)), way);
  } catch {
    return plain(graph, way); // it works by recursion, and a deep graph can exhaust its stack
  }
}

/** @param {Graph} graph @param {Direction} way */
function plain(graph, way) {
  return placing(graph, layers(graph, way), way);
}
