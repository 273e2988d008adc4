// The folding drawn on the graph: which links are joined after so many folds, and where they run.

/** @import { Fold, Placed, Point, Value } from "../../types.js" */
import { pointOn } from "./curve.js";
import { FLOW, middleOf, pointAt } from "./flow.js";

/** Several edges that have become one.
 * @typedef {{ source: number, target: number, edges: number[], slopes: string | null, value: Value,
 *   route: Point[], middle: Point, fresh: boolean }} Joined */

/** @param {Fold[]} folds @param {number} count how many of them are done @param {Placed} placed @returns {Joined[]} */
export function joinedAfter(folds, count, placed) {
  /** @type {Joined[]} */
  let joined = [];
  for (const [i, fold] of folds.slice(0, count).entries()) {
    const inside = new Set(fold.edges);
    const parts = joined.filter((each) => each.edges.every((edge) => inside.has(edge)));
    const route = routeOf(fold, parts, placed);
    const middle = pointOn(route, placed.direction, 0.5);
    const { source, target, edges, slopes, value } = fold;
    joined = joined.filter((each) => !parts.includes(each));
    joined.push({ source, target, edges, slopes, value, route, middle, fresh: i === count - 1 });
  }
  return joined;
}

/** Nodes that have been passed over: nothing of them is left but a place on the way.
 * @param {Fold[]} folds @param {number} count */
export function passedOver(folds, count) {
  return new Set(folds.slice(0, count).flatMap((fold) => fold.through ?? []));
}

/** Through the places of the nodes that were passed over; side by side, through their middle.
 * @param {Fold} fold @param {Joined[]} parts @param {Placed} placed @returns {Point[]} */
function routeOf({ kind, source, target, through }, parts, placed) {
  const start = leaving(source, placed);
  const end = arriving(target, placed);
  const between = inner(parts);
  if (kind === "parallel") return between.length > 0 ? [start, mean(between), end] : [start, end];
  const own = through === null ? [] : [centre(through, placed)];
  const before = parts.filter((part) => part.target === through);
  const after = parts.filter((part) => part.source === through);
  return [start, ...inner(before), ...own, ...inner(after), end];
}

/** Their places between the ends. @param {Joined[]} parts */
function inner(parts) {
  return parts.flatMap(({ route }) => route.slice(1, -1));
}

/** @param {Point[]} points @returns {Point} */
function mean(points) {
  const sum = points.reduce((a, b) => ({ x: a.x + b.x, y: a.y + b.y }));
  return { x: sum.x / points.length, y: sum.y / points.length };
}

const NOWHERE = { x: 0, y: 0, width: 0, height: 0 };

/** @param {number} node @param {Placed} placed @returns {Point} */
function centre(node, { nodes }) {
  const { x, y, width, height } = nodes[node] ?? NOWHERE;
  return { x: x + width / 2, y: y + height / 2 };
}

/** @param {number} node @param {Placed} placed @returns {Point} */
function leaving(node, { nodes, direction }) {
  const box = nodes[node] ?? NOWHERE;
  const { along, length } = FLOW[direction];
  return pointAt(box[along] + box[length], middleOf(box, direction), direction);
}

/** @param {number} node @param {Placed} placed @returns {Point} */
function arriving(node, { nodes, direction }) {
  const box = nodes[node] ?? NOWHERE;
  return pointAt(box[FLOW[direction].along], middleOf(box, direction), direction);
}
