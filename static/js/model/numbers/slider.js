// A slider's range and step, so that a value is never outside its own slider.

/** @typedef {{ min: number, max: number }} Range */

/** @type {Range} */
const USUAL = { min: -10, max: 10 };
const PARTS = 200;
/** A value does not begin at the very end of its slider. */
const ROOM = 1.2;

/** The range to begin with: the usual one, or one around the value.
 * @param {number} value @returns {Range} */
export function rangeAround(value) {
  if (!Number.isFinite(value) || (value >= USUAL.min && value <= USUAL.max)) return USUAL;
  const reach = roundUp(Math.abs(value) * ROOM);
  return { min: -reach, max: reach };
}

/** @param {Range} range @param {number} value @returns {Range} */
export function widened(range, value) {
  if (!Number.isFinite(value) || (value >= range.min && value <= range.max)) return range;
  return { min: Math.min(range.min, value), max: Math.max(range.max, value) };
}

/** A round step (1, 2 or 5 times a power of ten) of about one part in two hundred.
 * @param {Range} range */
export function stepOf({ min, max }) {
  return roundUp((max - min) / PARTS);
}

/** To 1, 2 or 5 times a power of ten. @param {number} rough */
function roundUp(rough) {
  const power = 10 ** Math.floor(Math.log10(rough));
  const part = [1, 2, 5, 10].find((each) => each * power >= rough * 0.999) ?? 10;
  return part * power;
}

/** @param {number} value @param {Range} range the nearest step, free of binary dust */
export function snapped(value, range) {
  const step = stepOf(range);
  const near = Math.round(value / step) * step;
  const digits = Math.max(0, -Math.floor(Math.log10(step)));
  return clamp(Number(near.toFixed(Math.min(digits, 20))), range);
}

/** @param {number} value @param {Range} range */
export function clamp(value, { min, max }) {
  return Math.min(max, Math.max(min, value));
}

/** How far a key moves the slider, in steps; null for other keys.
 * @param {string} key @param {boolean} shift */
export function keySteps(key, shift) {
  const one = shift ? 10 : 1;
  /** @type {Record<string, number>} */
  const moves = {
    ArrowRight: one,
    ArrowUp: one,
    ArrowLeft: -one,
    ArrowDown: -one,
    PageUp: 10,
    PageDown: -10,
    Home: Number.NEGATIVE_INFINITY,
    End: Number.POSITIVE_INFINITY,
  };
  return moves[key] ?? null;
}

/** @param {number} value @param {number} steps @param {Range} range */
export function moved(value, steps, range) {
  if (!Number.isFinite(steps)) return steps > 0 ? range.max : range.min;
  return snapped(clamp(value + steps * stepOf(range), range), range);
}
