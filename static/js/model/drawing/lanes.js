// Lanes for long edges: through the gaps between the cards of each column that they pass, so that none
// runs under a card, and one lane for all edges of a card.

/** @import { Box, Direction, Graph } from "../../types.js" */
import { FLOW } from "./flow.js";
import { edgesFrom } from "./wiring.js";

/** From one lane to the next, and the least between a lane and a card. */
const LANE = 6;
const MARGIN = 8;
/** Over more columns than this an edge runs outside all cards, where nothing bends it. */
const LONG = 24;

/** From where to where something reaches, across the flow. @typedef {{ from: number, to: number }} Reach */
/** The edges of one card that pass columns: the last of these, and the lane they are in.
 * @typedef {{ source: number, last: number, lane: number }} Trunk */

/** @param {Graph} graph @param {Box[]} boxes @param {number[][]} columns @param {Direction} direction
 * @returns {Map<number, number>[]} for each column: where the edges of a card pass, across the flow */
export function lanesOf(graph, boxes, columns, direction) {
  const walls = columns.map((cards) => cards.map((id) => reachOf(boxes[id], direction)));
  const ends = walls.map(whole);
  const ahead = lastOf(graph, columns);
  /** @type {Trunk[]} */
  let running = [];
  return columns.map((cards, at) => {
    running = running.filter(({ last }) => last >= at).sort((a, b) => a.lane - b.lane);
    passed(running, walls[at] ?? []);
    const found = new Map(running.map(({ source, lane }) => [source, lane * LANE]));
    for (const [i, source] of cards.entries()) {
      const last = (ahead[source] ?? 0) - 1;
      const own = walls[at]?.[i] ?? NONE;
      if (last > at) running.push({ source, last, lane: begun(own, ends.slice(at + 1, last + 1)) });
    }
    return found;
  });
}

const NONE = { from: 0, to: 0 };

/** @param {Box | undefined} box @param {Direction} direction @returns {Reach} */
function reachOf(box, direction) {
  if (!box) return NONE;
  const { across, breadth } = FLOW[direction];
  return { from: box[across], to: box[across] + box[breadth] };
}

/** @param {Reach[]} reaches @returns {Reach} */
function whole(reaches) {
  return reaches.reduce(
    (all, { from, to }) => ({ from: Math.min(all.from, from), to: Math.max(all.to, to) }),
    reaches[0] ?? NONE,
  );
}

/** The last column that reads each card. @param {Graph} graph @param {number[][]} columns */
function lastOf(graph, columns) {
  /** @type {number[]} */
  const column = [];
  for (const [at, cards] of columns.entries()) for (const id of cards) column[id] = at;
  return graph.nodes.map(({ id }) =>
    edgesFrom(graph, id).reduce((far, { target }) => Math.max(far, column[target] ?? 0), 0),
  );
}

/** Straight on, or outside of all columns that are passed, on the nearer side.
 * @param {Reach} own @param {Reach[]} ends */
function begun({ from, to }, ends) {
  const middle = (from + to) / 2;
  const all = whole(ends);
  const nearer = middle - all.from < all.to - middle ? all.from - 2 * MARGIN : all.to + 2 * MARGIN;
  return Math.round((ends.length > LONG ? nearer : middle) / LANE);
}

/** Each to the nearest lane that is free. @param {Trunk[]} trunks @param {Reach[]} walls */
function passed(trunks, walls) {
  const room = whole(walls);
  const wanted = trunks.map(({ lane }) => lane);
  const low = Math.min(Math.floor(room.from / LANE), wanted[0] ?? 0) - trunks.length - MARGIN;
  const high = Math.max(Math.ceil(room.to / LANE), wanted.at(-1) ?? 0) + trunks.length + MARGIN;
  const [up, down] = [lanes(high - low), lanes(high - low)];
  for (const { from, to } of walls) {
    const last = Math.floor((to + MARGIN) / LANE) - low;
    for (let at = Math.ceil((from - MARGIN) / LANE) - low; at <= last; at++) taken(up, down, at);
  }
  for (const trunk of trunks) {
    const want = trunk.lane - low;
    const [above, below] = [free(up, want), free(down, want)];
    const at = want - above <= below - want ? above : below;
    taken(up, down, at);
    trunk.lane = at + low;
  }
}

/** Of each lane the next one that may be free: at first itself. @param {number} count */
function lanes(count) {
  return Int32Array.from({ length: count }, (_, at) => at);
}

/** @param {Int32Array} up @param {Int32Array} down @param {number} at */
function taken(up, down, at) {
  up[at] = at - 1;
  down[at] = at + 1;
}

/** What was found is kept, so that the next who looks is there at once.
 * @param {Int32Array} next @param {number} at */
function free(next, at) {
  let found = at;
  while (next[found] !== found) found = next[found] ?? found;
  for (let here = at; here !== found; ) {
    const then = next[here] ?? found;
    next[here] = found;
    here = then;
  }
  return found;
}
