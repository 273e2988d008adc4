// What of a layout takes long enough to be done aside from the page, as data that can be sent there.

/** @import { Direction, Graph, Placed } from "../../types.js" */
/** @import { Ladder } from "./ladder.js" */
import { layers } from "./layers.js";
import { placing } from "./placing.js";
import { untangled } from "./untangled.js";

/** @typedef {{ kind: "order", ladder: Ladder }} Order */
/** @typedef {{ kind: "plain", graph: Graph, way: Direction }} Plain */
/** @typedef {Order | Plain} Job */

/** The order in the columns with the fewest crossings, or a whole plain layout.
 * @param {Job} job @returns {number[][] | Placed} */
export function done(job) {
  if (job.kind === "order") return untangled(job.ladder);
  return placing(job.graph, layers(job.graph, job.way), job.way);
}
