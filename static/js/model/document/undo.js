// One stack for all that can be taken back: text, values, and the step. Pure: each call gives a new one.

/** @import { Document } from "../../types.js" */
import { same } from "../numbers/values.js";

/** @typedef {{ document: Document, step: number }} Moment */
/** @typedef {{ past: Moment[], now: Moment, future: Moment[], kind: string, at: number }} Stack */

const MOST = 200;
/** Changes of one kind that follow each other this quickly are taken back together. */
const TOGETHER = 500;

/** @param {Moment} now @returns {Stack} */
export function stackOf(now) {
  return { past: [], now, future: [], kind: "", at: 0 };
}

/** @param {Stack} stack @param {Moment} moment @param {string} kind @param {number} at in milliseconds
 * @returns {Stack} */
export function recorded(stack, moment, kind, at) {
  const together = kind === stack.kind && at - stack.at < TOGETHER;
  const past = together ? stack.past : [...stack.past, stack.now].slice(-MOST);
  return { past, now: moment, future: [], kind, at };
}

/** What follows by itself, such as the step at which a new program opens, is no change of its own.
 * @param {Stack} stack @param {Partial<Moment>} change @returns {Stack} */
export function settled(stack, change) {
  return { ...stack, now: { ...stack.now, ...change } };
}

/** @param {Stack} stack @returns {Stack} */
export function undone({ past, now, future, ...stack }) {
  const before = past.at(-1);
  if (!before) return { past, now, future, ...stack };
  return { past: past.slice(0, -1), now: before, future: [now, ...future], kind: "", at: 0 };
}

/** @param {Stack} stack @returns {Stack} */
export function redone({ past, now, future, ...stack }) {
  const [next, ...later] = future;
  if (!next) return { past, now, future, ...stack };
  return { past: [...past, now], now: next, future: later, kind: "", at: 0 };
}

/** As it is kept: each text once, because a long one stands in hundreds of moments.
 * @typedef {{ texts: string[], stack: Stack }} Packed */

/** @param {Stack} stack @returns {Packed} */
export function packed(stack) {
  const all = [...stack.past, stack.now, ...stack.future];
  const texts = [...new Set(all.map(({ document }) => document.source))];
  const places = new Map(texts.map((text, at) => [text, String(at)]));
  return { texts, stack: retold(stack, (source) => places.get(source) ?? "") };
}

/** @param {Packed} packed @returns {Stack} */
export function unpacked({ texts, stack }) {
  return retold(stack, (place) => texts[Number(place)] ?? "");
}

/** @param {Stack} stack @param {(source: string) => string} tell @returns {Stack} */
function retold(stack, tell) {
  const moment = (/** @type {Moment} */ { document, step }) => ({
    document: { ...document, source: tell(document.source) },
    step,
  });
  const { past, now, future } = stack;
  return { ...stack, past: past.map(moment), now: moment(now), future: future.map(moment) };
}

/** What sort of change leads from one document to the other; empty where nothing was done by hand.
 * @param {Document} before @param {Document} after */
export function changeOf(before, after) {
  if (before.source !== after.source) return "text";
  const names = Object.keys(after.values);
  const moved = names.filter((name) => !same(before.values[name], after.values[name]));
  if (moved.length > 0) return `value ${moved.join(" ")}`;
  if (names.length < Object.keys(before.values).length) return "";
  return same([before.output, before.wrt, before.rest], [after.output, after.wrt, after.rest])
    ? ""
    : "view";
}

/** Whether the program or its values were changed, not only how they are looked at.
 * @param {Document} before @param {Document} after */
export function isWork(before, after) {
  return !["", "view"].includes(changeOf(before, after));
}

/** Whether two moments differ at most in their step. @param {Document} one @param {Document} other */
export function isAlike(one, other) {
  return one === other || same(one, other);
}
