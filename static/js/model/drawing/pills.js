// Where the local derivatives stand: on their edges, off the cards and off one another.

/** @import { Box, Direction, Point } from "../../types.js" */
import { pointOn } from "./curve.js";

const PILL = { width: 58, height: 26 };
/** Places along an edge, the best first. */
const PLACES = [0.5, 0.4, 0.6, 0.32, 0.68, 0.24, 0.76];

/** @param {Point[][]} routes @param {Box[]} cards @param {Direction} direction @returns {Point[]} */
export function pillsFor(routes, cards, direction) {
  /** @type {Box[]} */
  const taken = [...cards];
  return routes.map((route) => {
    const choices = PLACES.map((part) => pointOn(route, direction, part));
    const free = choices.find((point) => !taken.some((box) => overlap(around(point), box)));
    const point = free ?? choices[0] ?? { x: 0, y: 0 };
    taken.push(around(point));
    return point;
  });
}

/** @param {Point} point @returns {Box} */
function around({ x, y }) {
  return { x: x - PILL.width / 2, y: y - PILL.height / 2, ...PILL };
}

/** @param {Box} a @param {Box} b */
function overlap(a, b) {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}
