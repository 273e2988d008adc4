// Layout in a worker: the page never waits for it.

/** @import { Direction, Graph, Placed } from "../types.js" */
import ELK from "../../vendor/elk-api.js";
import { layers } from "../model/layers.js";
import { layoutInput } from "../model/layout-input.js";
import { placing } from "../model/placing.js";

/** Beyond this the layout engine takes seconds, and its picture is not clearer. */
const MOST_NODES = 500;

const elk = new ELK({
  workerUrl: new URL("../../vendor/elk-worker.min.js", import.meta.url).href,
});

/** @param {Graph} graph @param {Direction} direction @returns {Promise<Placed>} */
export async function layout(graph, direction) {
  if (graph.nodes.length > MOST_NODES) return placing(graph, layers(graph, direction), direction);
  const laid = await elk.layout(layoutInput(graph, direction));
  return placing(graph, laid, direction);
}
