// Runs that were pinned: each has a letter, its settings and its curve, and stays until it is taken away.

/** @import { Value } from "../types.js" */
/** @import { Choice } from "./choices.js" */
/** @import { History } from "./curve.js" */
import { writeChoice } from "./choices.js";

const LETTERS = "ABCDEF";
/** A pinned run is drawn in that of its letter. */
const COLOURS = ["--reverse", "--plus", "--minus", "--good", "--bad", "--soft"];

/** @typedef {{ choice: Choice, file: string | null, history: History, steps: number,
 *   loss: Value | null, right: number | null, held: number | null }} Run */
/** @typedef {Run & { letter: string }} Pin */

/** Whether there is room for one more. @param {Pin[]} pins */
export function isRoom(pins) {
  return pins.length < LETTERS.length;
}

/** @param {Pin[]} pins @param {Run} run @returns {Pin[]} */
export function pinned(pins, run) {
  const taken = pins.map(({ letter }) => letter);
  const letter = [...LETTERS].find((each) => !taken.includes(each));
  return letter === undefined ? pins : [...pins, { ...run, letter }];
}

/** @param {Pin[]} pins @param {string} letter */
export function unpinned(pins, letter) {
  return pins.filter((pin) => pin.letter !== letter);
}

/** @param {string} letter */
export function colourOf(letter) {
  return COLOURS[LETTERS.indexOf(letter)] ?? "";
}

/** What tells this run from the other pinned ones; all that was chosen, if it is the only one.
 * @param {Pin} pin @param {Pin[]} pins @returns {[string, string][]} field and value */
export function tellingOf(pin, pins) {
  const others = pins.filter((each) => each !== pin).map(fieldsOf);
  const own = [...fieldsOf(pin)];
  const differing = own.filter(([field, value]) =>
    others.some((other) => other.get(field) !== value),
  );
  return others.length ? differing : own;
}

/** @param {Pin} pin @returns {Map<string, string>} */
function fieldsOf({ choice, file }) {
  const fields = new URLSearchParams(writeChoice(choice).slice(1));
  if (file !== null) fields.set("data", file);
  return new Map(fields);
}
