// The two axes of a drawing: along the flow, from operands to what uses them, and across it.

/** @import { Box, Direction, Point } from "../../types.js" */

/** The names of a place on both axes, and of a box's sizes. */
export const FLOW = /** @type {const} */ ({
  right: { along: "x", length: "width", across: "y", breadth: "height" },
  down: { along: "y", length: "height", across: "x", breadth: "width" },
});

/** @param {number} along @param {number} across @param {Direction} direction @returns {Point} */
export function pointAt(along, across, direction) {
  return direction === "right" ? { x: along, y: across } : { x: across, y: along };
}

/** The middle of a box, across the flow. @param {Box} box @param {Direction} direction */
export function middleOf(box, direction) {
  const { across, breadth } = FLOW[direction];
  return box[across] + box[breadth] / 2;
}
