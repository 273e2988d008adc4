// Edges as smooth curves through their corner points, leaving and arriving along the flow.

/** @import { Direction, Point } from "../../types.js" */

/** One cubic Bézier: its start, two handles, its end.
 * @typedef {[Point, Point, Point, Point]} Cubic */

/** @param {Point[]} points @param {Direction} direction @returns {Cubic[]} */
export function cubics(points, direction) {
  return points.slice(1).map((end, i) => {
    const start = points[i] ?? end;
    const middle = { x: (start.x + end.x) / 2, y: (start.y + end.y) / 2 };
    return direction === "right"
      ? [start, { x: middle.x, y: start.y }, { x: middle.x, y: end.y }, end]
      : [start, { x: start.x, y: middle.y }, { x: end.x, y: middle.y }, end];
  });
}

/** The curve as SVG writes it.
 * @param {Point[]} points @param {Direction} direction */
export function pathOf(points, direction) {
  const [first] = points;
  if (!first) return "";
  const parts = cubics(points, direction).map(
    ([, one, two, end]) => `C${at(one)} ${at(two)} ${at(end)}`,
  );
  return `M${at(first)}${parts.join("")}`;
}

/** @param {Point} point */
function at({ x, y }) {
  return `${round(x)} ${round(y)}`;
}

/** @param {number} x */
function round(x) {
  return Math.round(x * 10) / 10;
}

/** The point a part of the way along the curve, by the length of its stretches.
 * @param {Point[]} points @param {Direction} direction @param {number} part from 0 to 1 @returns {Point} */
export function pointOn(points, direction, part) {
  const curves = cubics(points, direction);
  const lengths = curves.map(([start, , , end]) => Math.hypot(end.x - start.x, end.y - start.y));
  let left = part * lengths.reduce((sum, length) => sum + length, 0);
  for (const [i, curve] of curves.entries()) {
    const length = lengths[i] ?? 0;
    if (left <= length || i === curves.length - 1) return along(curve, length ? left / length : 0);
    left -= length;
  }
  return points[0] ?? { x: 0, y: 0 };
}

/** @param {Cubic} curve @param {number} t @returns {Point} */
export function along([a, b, c, d], t) {
  const s = 1 - t;
  const mix = (/** @type {"x" | "y"} */ axis) =>
    s ** 3 * a[axis] + 3 * s * s * t * b[axis] + 3 * s * t * t * c[axis] + t ** 3 * d[axis];
  return { x: mix("x"), y: mix("y") };
}
