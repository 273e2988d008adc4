// What the field panel asks and shows: one or two inputs that move, the window they move through,
// lines of equal height and arrows. Every number comes from the server; here they are only picked.

/** @import { FieldAnswer, Input, State, Value } from "../types.js" */
/** @import { Range } from "./numbers/slider.js" */
import { rankOf } from "./numbers/numbers.js";
import { rangeAround } from "./numbers/slider.js";

/** @typedef {{ name: string, value: number, range: Range }} Axis */
/** @typedef {{ x: Axis, y: Axis | null }} Axes */
/** @typedef {{ x: number, y: number, along: number, up: number }} Arrow */

export const NONE = "";
const STEPS = 60;
const CURVE = 201;
const SIDE = 41;
const LEVELS = 14;
const ARROWS = 10;
const LISTED = 5;

/** The inputs that can move: those that are one number.
 * @param {Pick<State, "answer">} state @returns {Input[]} */
export function movable({ answer }) {
  return (answer?.inputs ?? []).filter((input) => rankOf(input) === 0);
}

/** Which inputs move: those chosen, as far as they are there; else the first two.
 * @param {State} state @returns {Axes | null} */
export function axesOf(state) {
  const inputs = movable(state);
  const find = (/** @type {string | null} */ name) => inputs.find((input) => input.name === name);
  const x = find(state.plot.x) ?? inputs[0];
  if (!x) return null;
  const others = inputs.filter((input) => input !== x);
  const chosen = others.find((input) => input.name === state.plot.y);
  const y = state.plot.y === NONE ? null : (chosen ?? others[0] ?? null);
  return { x: axisOf(state, x), y: y && axisOf(state, y) };
}

/** @param {State} state @param {Input} input @returns {Axis} */
function axisOf({ answer, plot }, { name, node }) {
  const value = Number(answer?.trace.values[node]);
  return { name, value, range: plot.spans[name] ?? rangeAround(value) };
}

/** A window so much wider or narrower, around where the value stands if it shows, else the middle.
 * @param {Axis | null} axis @param {number} by @returns {Partial<Range>} */
export function scaled(axis, by) {
  if (!axis) return {};
  const { min, max } = axis.range;
  const shows = axis.value >= min && axis.value <= max;
  const middle = shows ? axis.value : (min + max) / 2;
  return { min: middle - (middle - min) * by, max: middle + (max - middle) * by };
}

/** @param {State} state @returns {Record<string, unknown> | null} null where nothing can move */
export function fieldQuestion(state) {
  const axes = axesOf(state);
  if (!axes || !state.answer) return null;
  const { source, values, output } = state.answer.document;
  const { x, y } = axes;
  const own = Object.fromEntries([x, ...(y ? [y] : [])].map(({ name, value }) => [name, value]));
  const { down, rate } = state.plot;
  return {
    source,
    values: { ...values, ...own },
    ...(output === null ? {} : { output }),
    x: lineOf(x, y ? SIDE : CURVE),
    ...(y ? { y: lineOf(y, SIDE) } : {}),
    ...(down ? { descent: { learning_rate: rate, steps: STEPS } } : {}),
  };
}

/** @param {Axis} axis @param {number} points */
function lineOf({ name, range }, points) {
  return { name, from: range.min, to: range.max, points };
}

/** @param {State} state */
export function fieldKey(state) {
  return JSON.stringify([fieldQuestion(state), state.language]);
}

/** A number that can be drawn; not-finite ones are gaps. @param {Value | undefined} value */
export function drawn(value) {
  return typeof value === "number" ? value : null;
}

/** Every number of rows of them, gaps as NaN. @param {Value} rows @returns {number[]} */
export function flat(rows) {
  return Array.isArray(rows) ? rows.flatMap(flat) : [drawn(rows) ?? Number.NaN];
}

/** Heights for lines, about as many places between each two of them; equal heights stand once.
 * @param {number[]} heights */
export function levelsOf(heights) {
  const sorted = heights.filter(Number.isFinite).sort((one, other) => one - other);
  const at = (/** @type {number} */ part) => sorted[Math.floor(part * (sorted.length - 1))] ?? 0;
  const levels = Array.from({ length: LEVELS }, (_, i) => at((i + 0.5) / LEVELS));
  return [...new Set(levels)].filter((level) => level > at(0));
}

/** The gradient at some places, evenly picked; the longest arrow has length 1.
 * @param {FieldAnswer} answer @returns {Arrow[]} */
export function arrowsOf({ x, y = [], gradient }) {
  const [along, up] = [flat(gradient.x ?? []), flat(gradient.y ?? [])];
  const picked = every(y.length).flatMap((row) =>
    every(x.length).map((column) => row * x.length + column),
  );
  const whole = picked.filter((i) => Number.isFinite(along[i]) && Number.isFinite(up[i]));
  const length = (/** @type {number} */ i) => Math.hypot(along[i] ?? 0, up[i] ?? 0);
  const longest = Math.max(...whole.map(length), Number.MIN_VALUE);
  return whole.map((i) => ({
    x: x[i % x.length] ?? 0,
    y: y[Math.floor(i / x.length)] ?? 0,
    along: (along[i] ?? 0) / longest,
    up: (up[i] ?? 0) / longest,
  }));
}

/** Places in a row of so many, evenly spread and away from its ends. @param {number} count */
function every(count) {
  const by = count / ARROWS;
  return Array.from({ length: ARROWS }, (_, i) => Math.floor((i + 0.5) * by));
}

/** Lowest and highest number on show. @param {number[]} heights @returns {Range | null} */
export function extent(heights) {
  const finite = heights.filter(Number.isFinite);
  if (finite.length === 0) return null;
  return { min: Math.min(...finite), max: Math.max(...finite) };
}

/** A few places for the table that says the same as the picture: the window's ends among them.
 * @param {number} count */
export function listed(count) {
  return Array.from({ length: LISTED }, (_, i) => Math.round((i / (LISTED - 1)) * (count - 1)));
}
