// Where everything stands: which way the drawing runs, and who lays it out.

/** @import { Direction, Drawn, Graph, Placed, PlacedIn, Point } from "../../types.js" */
/** @import { Aside } from "./aside.js" */
/** @import { Room } from "../../model/drawing/fit.js" */
/** @import { Job } from "../../model/drawing/jobs.js" */
/** @import { Ladder } from "../../model/drawing/ladder.js" */
/** @import { Together } from "../../model/drawing/layout-input.js" */
import { crossed } from "../../model/drawing/columns.js";
import { denseOf, spread, togetherIn } from "../../model/drawing/dense.js";
import { betterWay, reshaped } from "../../model/drawing/fit.js";
import { foreseen } from "../../model/drawing/foreseen.js";
import { layoutInput } from "../../model/drawing/layout-input.js";
import { placing } from "../../model/drawing/placing.js";
import { isTangled } from "../../model/drawing/tangled.js";

/** A drawing that is on screen. @typedef {{ drawn: Drawn, placed: PlacedIn }} Before */

/** Beyond this the layout engine takes seconds, and its picture is not clearer. */
const MOST_NODES = 500;
/** An edge over many columns costs as much as that many nodes. */
const MOST_CROSSED = 1200;

/** @type {Pick<import("elkjs").ELK, "layout"> | null} */
let elk = null;
/** @type {Aside} */
let aside = atHand;

/** On the page all works in workers, so that nothing waits for it; in a notebook it is at hand.
 * @param {NonNullable<typeof elk>} engine @param {Aside} [long] */
export function layOutBy(engine, long = atHand) {
  elk = engine;
  aside = long;
}

/** What a first picture seldom needs. */
export function further() {
  return Promise.all([
    import("../../model/drawing/again.js"),
    import("../../model/drawing/jobs.js"),
  ]);
}

/** @param {Job} job */
async function atHand(job) {
  const [, { done }] = await further();
  return done(job);
}

/** Left to right, unless it would be far easier to read from above to below.
 * @param {Drawn} drawn @param {Room} room @param {Before | null} before what is on screen
 * @param {AbortSignal} [signal] when nobody wants it any more @returns {Promise<PlacedIn>} */
export async function layout(drawn, room, before, signal) {
  const graph = denseOf(drawn.graph);
  const same = before && !reshaped(before.placed.room, room) ? before : null;
  const was = same?.placed.direction ?? null;
  const way = betterWay(foreseen(graph, "right"), foreseen(graph, "down"), room, was);
  const kept = same && was === way ? placesOf(same) : new Map();
  const known = graph.nodes.filter(({ name }) => kept.has(name)).length;
  const places = known * 2 > graph.nodes.length ? kept : new Map(); // else it is another graph
  const placed = await laidOut(graph, way, { groups: togetherIn(drawn), places, signal });
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

/** @param {Graph} graph @param {Direction} way
 * @param {{ groups: Together[], places: Map<string, Point>, signal: AbortSignal | undefined }} around
 * @returns {Promise<Placed>} */
async function laidOut(graph, way, { groups, places, signal }) {
  if (elk === null) throw new Error("nobody was told to lay out");
  const large = graph.nodes.length > MOST_NODES || crossed(graph) > MOST_CROSSED;
  if (large) return plain(graph, way, signal);
  try {
    const laid = await elk.layout(layoutInput(graph, way, groups, places));
    const settled = groups.length > 0 || places.size > 0;
    if (settled || !isTangled(graph, laid, way)) return placing(graph, laid, way);
    const [found] = (await further().catch(() => null)) ?? []; // without it the first drawing stays
    const by = { engine: elk, find: orderBy(signal) };
    return placing(graph, found ? await found.again(graph, laid, way, by) : laid, way);
  } catch {
    signal?.throwIfAborted();
    return plain(graph, way, signal); // it works by recursion, and a deep graph can exhaust its stack
  }
}

/** @param {AbortSignal | undefined} signal */
function orderBy(signal) {
  return async (/** @type {Ladder} */ ladder) =>
    /** @type {number[][]} */ (await aside({ kind: "order", ladder }, signal));
}

/** @param {Graph} graph @param {Direction} way @param {AbortSignal | undefined} signal */
async function plain(graph, way, signal) {
  return /** @type {Placed} */ (await aside({ kind: "plain", graph, way }, signal));
}
