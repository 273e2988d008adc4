// A value that goes from end to end and back, slowly enough to be followed.

/** @import { Range } from "./slider.js" */

/** One way takes this long. */
const ONE_WAY = 4000;

/** Where in its range a value stands after so many milliseconds, if it began at `from`.
 * @param {Range} range @param {number} from @param {number} milliseconds */
export function sweptTo({ min, max }, from, milliseconds) {
  const whole = max - min;
  const gone = ((from - min) / whole + milliseconds / ONE_WAY) % 2;
  return min + whole * (gone <= 1 ? gone : 2 - gone);
}
