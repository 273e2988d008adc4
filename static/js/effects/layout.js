// Where everything stands: which way the drawing runs, and who lays it out.

/** @import { Direction, Drawn, Graph, Placed, PlacedIn, Point } from "../types.js" */
/** @import { Room } from "../model/drawing/fit.js" */
/** @import { Together } from "../model/drawing/layout-input.js" */
import { crossed } from "../model/drawing/columns.js";
import { denseOf, spread, togetherIn } from "../model/drawing/dense.js";
import { betterWay, reshaped } from "../model/drawing/fit.js";
import { foreseen, layers } from "../model/drawing/layers.js";
import { layoutInput } from "../model/drawing/layout-input.js";
import { again } from "../model/drawing/again.js";
import { placing } from "../model/drawing/placing.js";

/** A drawing that is on screen. @typedef {{ drawn: Drawn, placed: PlacedIn }} Before */

/** Beyond this the layout engine takes seconds, and its picture is not clearer. */
const MOST_NODES = 500;
/** An edge over many columns costs as much as that many nodes. */
const MOST_CROSSED = 1200;

/** @type {Pick<import("elkjs").ELK, "layout"> | null} */
let elk = null;

/** On the page it works in a worker, so that nothing waits for it; in a notebook it is at hand.
 * @param {NonNullable<typeof elk>} engine */
export function layOutBy(engine) {
  elk = engine;
}

/** Left to right, unless it would be far easier to read from above to below.
 * @param {Drawn} drawn @param {Room} room @param {Before | null} before what is on screen
 * @returns {Promise<PlacedIn>} */
export async function layout(drawn, room, before) {
  const graph = denseOf(drawn.graph);
  const same = before && !reshaped(before.placed.room, room) ? before : null;
  const was = same?.placed.direction ?? null;
  const way = betterWay(foreseen(graph, "right"), foreseen(graph, "down"), room, was);
  const kept = same && was === way ? placesOf(same) : new Map();
  const known = graph.nodes.filter(({ name }) => kept.has(name)).length;
  const places = known * 2 > graph.nodes.length ? kept : new Map(); // else it is another graph
  const placed = await laidOut(graph, way, togetherIn(drawn), places);
  return { ...spread(placed, drawn.graph), room };
}

/** Where the cards on screen stand, by name. @param {Before} before @returns {Map<string, Point>} */
function placesOf({ drawn, placed }) {
  return new Map(
    drawn.graph.nodes.flatMap(({ id, name }) => {
      const box = placed.nodes[id];
      return box ? [[name, { x: Math.round(box.x), y: Math.round(box.y) }]] : [];
    }),
  );
}

/** @param {Graph} graph @param {Direction} way @param {Together[]} groups @param {Map<string, Point>} places
 * @returns {Promise<Placed>} */
async function laidOut(graph, way, groups, places) {
  if (elk === null) throw new Error("nobody was told to lay out");
  if (graph.nodes.length > MOST_NODES || crossed(graph) > MOST_CROSSED) return plain(graph, way);
  try {
    const laid = await elk.layout(layoutInput(graph, way, groups, places));
    const fresh = groups.length === 0 && places.size === 0;
    return placing(graph, fresh ? await again(graph, laid, way, elk) : laid, way);
  } catch {
    return plain(graph, way); // it works by recursion, and a deep graph can exhaust its stack
  }
}

/** @param {Graph} graph @param {Direction} way */
function plain(graph, way) {
  return placing(graph, layers(graph, way), way);
}
