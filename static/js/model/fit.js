// How large a drawing may be shown in the room there is, and which way it had better run.

/** @import { Box, Direction, Point } from "../types.js" */

/** @typedef {{ width: number, height: number }} Room */

export const LARGEST = 1.25;
/** To run the other way must be this much better: left to right is what people know. */
const WORTH_TURNING = 1.25;
/** A canvas this much longer or flatter asks for another drawing. */
const RESHAPED = 1.4;

/** @param {Room} drawing @param {Room} room */
export function fitScale(drawing, room) {
  if (drawing.width <= 0 || drawing.height <= 0) return LARGEST;
  return Math.min(LARGEST, room.width / drawing.width, room.height / drawing.height);
}

/** @param {Box} right @param {Box} down @param {Room} room @returns {Direction} */
export function betterWay(right, down, room) {
  return fitScale(down, room) > WORTH_TURNING * fitScale(right, room) ? "down" : "right";
}

/** @param {Room} before @param {Room} now */
export function reshaped(before, now) {
  const change = (before.width / before.height) * (now.height / now.width);
  return change > RESHAPED || change < 1 / RESHAPED;
}

/** Below this, numbers cannot be read. */
const READABLE = 0.46;
const MARGIN = { wide: 36, narrow: 14 };
const NARROW = 500;
/** The zoom buttons take this much of a small canvas. */
const BUTTONS = 44;

/** The part of a canvas where cards may stand. @param {Room} canvas @returns {Box} */
export function roomIn({ width, height }) {
  const narrow = width < NARROW;
  const margin = narrow ? MARGIN.narrow : MARGIN.wide;
  return {
    x: margin,
    y: margin,
    width: Math.max(1, width - 2 * margin),
    height: Math.max(1, height - 2 * margin - (narrow ? BUTTONS : 0)),
  };
}

/** Large enough to read, also where the whole drawing would have to be smaller.
 * @param {number} whole @param {Room} room */
export function readableScale(whole, room) {
  return Math.max(whole, room.width < NARROW ? READABLE * 1.25 : READABLE);
}

/** The shift that puts a drawing in the middle of the room.
 * @param {Box} bounds @param {Box} room @param {number} scale @returns {Point} */
export function placedAt(bounds, room, scale) {
  return {
    x: room.x + room.width / 2 - (bounds.x + bounds.width / 2) * scale,
    y: room.y + room.height / 2 - (bounds.y + bounds.height / 2) * scale,
  };
}

/** The same shift, moved just so far that a card is in the middle third.
 * @param {Box} box @param {Box} room @param {number} scale @param {Point} shift @returns {Point} */
export function brought(box, room, scale, shift) {
  return {
    x: shift.x + outside(shift.x + (box.x + box.width / 2) * scale, room.x, room.width),
    y: shift.y + outside(shift.y + (box.y + box.height / 2) * scale, room.y, room.height),
  };
}

/** How far a place is from the middle third. @param {number} at @param {number} from @param {number} size */
function outside(at, from, size) {
  const [low, high] = [from + size / 3, from + (size * 2) / 3];
  return at < low ? low - at : Math.min(0, high - at);
}
