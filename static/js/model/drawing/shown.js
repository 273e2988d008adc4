// What the paths panel shows on the graph: a path lit from end to end, or the graph folding up.

/** @import { State } from "../../types.js" */
/** @import { Joined } from "./folding.js" */
import { joinedAfter, passedOver } from "./folding.js";
import { pathsOf } from "../document/route.js";
import { nodesBetween } from "./wiring.js";

/** Edges lit and nodes on the way; edges and nodes folded away, and what they have become; and the
 * nodes that paths can pass, where the others stand back.
 * @typedef {{ lit: Set<number>, on: Set<number>, faded: Set<number>, gone: Set<number>,
 *   joined: Joined[], within: Set<number> | null }} Shown */

const NONE = /** @type {Set<number>} */ (new Set());
/** @type {Shown} */
const NOTHING = { lit: NONE, on: NONE, faded: NONE, gone: NONE, joined: [], within: null };

/** What is shown of the paths, as long as their panel is open.
 * @param {State} state @returns {Shown} */
export function shownOf(state) {
  const { drawer, walk, answer } = state;
  const found = drawer === "paths" && walk ? pathsOf(state) : null;
  if (!found || !walk || !answer) return NOTHING;
  if (walk.kind === "fold") return folded(found, walk.at, answer);
  const item = found.items[walk.at];
  return item ? { ...NOTHING, lit: new Set(item.edges), on: new Set(item.nodes) } : NOTHING;
}

/** @param {import("../../types.js").PathsAnswer} found @param {number} at @param {import("../../types.js").Answer} answer @returns {Shown} */
function folded({ factored, from, to }, at, { placed, trace }) {
  const joined = joinedAfter(factored.folds, at, placed);
  const faded = new Set(joined.flatMap(({ edges }) => edges));
  const on = new Set(joined.flatMap(({ source, target }) => [source, target]));
  const gone = passedOver(factored.folds, at);
  return { lit: NONE, on, faded, gone, joined, within: nodesBetween(trace.graph, from, to) };
}
