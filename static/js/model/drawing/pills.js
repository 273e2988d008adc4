// Where the local derivatives stand: on their edges, off the cards, one another and other edges.

/** @import { Box, Direction, Point } from "../../types.js" */
import { along, cubics, pointOn } from "./curve.js";
import { FLOW } from "./flow.js";

const PILL = { width: 58, height: 26 };
/** Where there is no room for that, most of them get by with this. */
const SHORT = { width: 30, height: 22 };
/** Points of a route with a trunk, and those of its branch. */
const BRANCHING = 5;
const BRANCH = 3;
/** About as large as a card. */
const FIELD = 160;
/** More edges than are drawn where they can be read. */
const MOST_LINES = 1_000;
/** From dot to dot: no label fits between. */
const STEP = 8;
const DOT = { width: 0, height: 0 };
/** Places along an edge, the best first. */
const PLACES = [0.5, 0.4, 0.6, 0.32, 0.68, 0.24, 0.76, 0.16, 0.84, 0.92];

/** A place that is taken, by an edge perhaps. @typedef {Box & { edge?: number }} Marked */

/** @param {Point[][]} routes @param {Box[]} cards @param {Direction} direction @returns {Point[]} */
export function pillsFor(routes, cards, direction) {
  const taken = fields();
  for (const card of cards) taken.add(card);
  const passing = linesOf(routes, direction);
  return ownParts(routes, direction).map((route, edge) => {
    const choices = PLACES.map((part) => pointOn(route, direction, part));
    const free = (/** @type {typeof PILL} */ size) =>
      clearest(
        choices.filter((point) => taken.under(around(point, size)).length === 0),
        (point) => passing(edge, around(point, SHORT)),
      );
    const point = free(PILL) ?? free(SHORT) ?? choices[0] ?? { x: 0, y: 0 };
    taken.add(around(point, PILL));
    return point;
  });
}

/** The first of those that the fewest other edges pass.
 * @param {Point[]} points @param {(point: Point) => number} passed @returns {Point | undefined} */
function clearest(points, passed) {
  let best = { point: points[0], count: Number.POSITIVE_INFINITY };
  for (const point of points) {
    const count = passed(point);
    if (count < best.count) best = { point, count };
    if (count === 0) break;
  }
  return best.point;
}

/** Where edges run on one line for long, what they share is no place to tell them apart: only the
 * branch is. @param {Point[][]} routes @param {Direction} direction */
function ownParts(routes, direction) {
  const { across } = FLOW[direction];
  /** The line that a route leaves last. @param {Point[]} route */
  const trunk = (route) =>
    route.length < BRANCHING ? null : Math.round(route.at(-BRANCH)?.[across] ?? 0);
  /** @type {Map<number | null, number>} */
  const shared = new Map();
  for (const route of routes) shared.set(trunk(route), (shared.get(trunk(route)) ?? 0) + 1);
  return routes.map((route) => {
    const at = trunk(route);
    return at !== null && (shared.get(at) ?? 0) > 1 ? route.slice(-BRANCH) : route;
  });
}

/** A label that has grown goes along its edge to where it covers nothing, else where it covers least.
 * @param {Point} at where it stood @param {Point[]} route @param {Direction} direction
 * @param {number} width @param {Box[]} others @returns {Point} */
export function makingRoom(at, route, direction, width, others) {
  const size = { ...PILL, width };
  const covers = (/** @type {Point} */ point) =>
    others.reduce((sum, other) => sum + covered(around(point, size), other), 0);
  let best = { point: at, share: covers(at) };
  for (const part of PLACES) {
    if (best.share === 0) break;
    const point = pointOn(route, direction, part);
    const share = covers(point);
    if (share < best.share) best = { point, share };
  }
  return best.point;
}

/** How many other edges pass beneath a box. Where there are more than can be told apart, none is
 * looked for. @param {Point[][]} routes @param {Direction} direction
 * @returns {(edge: number, box: Box) => number} */
function linesOf(routes, direction) {
  if (routes.length > MOST_LINES) return () => 0;
  const dots = fields();
  for (const [edge, route] of routes.entries())
    for (const point of dotted(route, direction)) dots.add({ ...point, ...DOT, edge });
  return (edge, box) => {
    const edges = new Set(dots.under(box).map((dot) => dot.edge));
    edges.delete(edge);
    return edges.size;
  };
}

/** A curve as a row of points. @param {Point[]} route @param {Direction} direction */
function dotted(route, direction) {
  return cubics(route, direction).flatMap((curve) => {
    const [start, , , end] = curve;
    const count = Math.ceil(Math.hypot(end.x - start.x, end.y - start.y) / STEP);
    return Array.from({ length: count }, (_, i) => along(curve, i / count));
  });
}

/** Boxes by the fields of a grid that they touch: only neighbours are looked at. */
function fields() {
  /** @type {Map<string, Marked[]>} */
  const boxes = new Map();
  return {
    /** @param {Marked} box */
    add(box) {
      for (const key of touched(box)) {
        const there = boxes.get(key);
        if (there) there.push(box);
        else boxes.set(key, [box]);
      }
    },
    /** @param {Box} box */
    under(box) {
      return touched(box).flatMap((key) =>
        (boxes.get(key) ?? []).filter((other) => overlap(box, other)),
      );
    },
  };
}

/** @param {Box} box */
function touched({ x, y, width, height }) {
  const keys = [];
  for (let i = Math.floor(x / FIELD); i <= Math.floor((x + width) / FIELD); i++)
    for (let j = Math.floor(y / FIELD); j <= Math.floor((y + height) / FIELD); j++)
      keys.push(`${i} ${j}`);
  return keys;
}

/** @param {Point} point @param {typeof PILL} size @returns {Box} */
export function around({ x, y }, size) {
  return { x: x - size.width / 2, y: y - size.height / 2, ...size };
}

/** How much one covers of another. @param {Box} a @param {Box} b */
function covered(a, b) {
  const across = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x);
  const down = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y);
  return Math.max(0, across) * Math.max(0, down);
}

/** @param {Box} a @param {Box} b */
function overlap(a, b) {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}
