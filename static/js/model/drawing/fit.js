// How large a drawing may be shown in the room there is, and which way it had better run.

/** @import { Box, Direction, Point } from "../../types.js" */

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

/** Which way a drawing had better run; one that is on screen is not turned for a little.
 * @param {Box} right @param {Box} down @param {Room} room @param {Direction | null} [before]
 * @returns {Direction} */
export function betterWay(right, down, room, before = null) {
  const gain = fitScale(down, room) / fitScale(right, room);
  const least =
    before === null ? WORTH_TURNING : WORTH_TURNING ** (before === "right" ? 2 : 0) / 1.1;
  return gain > least ? "down" : "right";
}

/** @param {Room} before @param {Room} now */
export function reshaped(before, now) {
  const change = (before.width / before.height) * (now.height / now.width);
  return change > RESHAPED || change < 1 / RESHAPED;
}

/** Below this, numbers cannot be read. */
const READABLE = 0.46;
/** A whole that is hardly smaller is better than one that is cut. */
const NEARLY = 0.4;
const MARGIN = 36;
/** Where room is scarce. */
const LEAST = { narrow: 8, wide: 14 };
const NARROW = 520;
/** Where the keys over a canvas stand: all at its foot on a narrow page, at its top and its foot on a
 * wide one. */
const KEYS = { narrow: { top: 0, foot: 48 }, wide: { top: 38, foot: 44 } };

/** The part of a canvas where cards may stand. @param {Room} canvas
 * @param {boolean} narrow whether the page has its regions below each other @returns {Box} */
export function roomIn({ width, height }, narrow) {
  const page = narrow ? "narrow" : "wide";
  const { top, foot } = KEYS[page];
  const least = LEAST[page];
  const margin = width < NARROW ? least : MARGIN;
  return {
    x: margin,
    y: least + top,
    width: Math.max(1, width - 2 * margin),
    height: Math.max(1, height - 2 * least - top - foot),
  };
}

/** Large enough to read, also where the whole drawing would have to be smaller. @param {number} whole */
export function readableScale(whole) {
  return whole > NEARLY ? whole : READABLE;
}

/** The shift that puts a drawing in the middle of the room.
 * @param {Box} bounds @param {Box} room @param {number} scale @returns {Point} */
export function placedAt(bounds, room, scale) {
  return {
    x: room.x + room.width / 2 - (bounds.x + bounds.width / 2) * scale,
    y: room.y + room.height / 2 - (bounds.y + bounds.height / 2) * scale,
  };
}

/** The same shift, moved just so far that a card is in the middle third; a direction in which the
 * whole drawing fits stays as it is, and nothing beyond the drawing is shown.
 * @param {Box} box @param {Box} bounds @param {Box} room @param {number} scale @param {Point} shift
 * @returns {Point} */
export function brought(box, bounds, room, scale, shift) {
  return {
    x: along("x", "width", { box, bounds, room, scale, shift: shift.x }),
    y: along("y", "height", { box, bounds, room, scale, shift: shift.y }),
  };
}

/** @param {"x" | "y"} at @param {"width" | "height"} size
 * @param {{ box: Box, bounds: Box, room: Box, scale: number, shift: number }} view */
function along(at, size, { box, bounds, room, scale, shift }) {
  if (bounds[size] * scale <= room[size]) return shift;
  const middle = shift + (box[at] + box[size] / 2) * scale;
  const [low, high] = [room[at] + room[size] / 3, room[at] + (room[size] * 2) / 3];
  const moved = shift + Math.max(0, low - middle) + Math.min(0, high - middle);
  const first = room[at] - bounds[at] * scale;
  const last = room[at] + room[size] - (bounds[at] + bounds[size]) * scale;
  return Math.min(first, Math.max(last, moved));
}

/** The lower corner of the view where something of that size, in the measure of the drawing, hides
 * fewer cards: the right one unless the left is better.
 * @param {Box[]} cards @param {Box} seen @param {Room} corner @returns {"left" | "right"} */
export function freerCorner(cards, seen, { width, height }) {
  const bottom = seen.y + seen.height;
  const low = cards.filter((box) => box.y < bottom && box.y + box.height > bottom - height);
  const hides = (/** @type {number} */ x) =>
    low.filter((box) => box.x < x + width && box.x + box.width > x).length;
  return hides(seen.x) < hides(seen.x + seen.width - width) ? "left" : "right";
}
