import assert from "node:assert/strict";
import { test } from "node:test";
import { PLOT } from "../../static/js/model/document/beginning.js";
import {
  NONE,
  arrowsOf,
  axesOf,
  drawn,
  extent,
  fieldQuestion,
  flat,
  levelsOf,
  listed,
  movable,
  scaled,
} from "../../static/js/model/field.js";
import { SEED } from "../../static/js/model/document/document.js";
import { graph } from "./seed.js";

/** @import { Plot, State } from "../../static/js/types.js" */

/** @type {(plot?: Partial<Plot>, shapes?: number[][]) => State} */
const state = (plot = {}, shapes = [[], []]) => {
  const names = ["a", "b", "w"].slice(0, shapes.length);
  const inputs = names.map((name, node) => ({
    name,
    node,
    shape: shapes[node] ?? [],
    default: null,
  }));
  const answer = { trace: { graph, values: [2, 1, 30] }, inputs, document: SEED };
  return /** @type {any} */ ({ answer, plot: { ...PLOT, ...plot }, language: "en" });
};

test("the first two inputs that are single numbers move, until others are chosen", () => {
  const names = (/** @type {State} */ of) => [axesOf(of)?.x.name, axesOf(of)?.y?.name];
  assert.deepEqual(names(state()), ["a", "b"]);
  assert.deepEqual(names(state({ x: "b" })), ["b", "a"]);
  assert.deepEqual(names(state({ x: "b", y: "b" })), ["b", "a"], "never the same twice");
  assert.deepEqual(names(state({ y: NONE })), ["a", undefined]);
  assert.deepEqual(names(state({ x: "gone" })), ["a", "b"]);
  assert.deepEqual(names(state({}, [[2], [], []])), ["b", "w"]);
  assert.equal(axesOf(state({}, [[2]])), null);
  assert.equal(fieldQuestion(state({}, [[2]])), null);
  assert.deepEqual(movable({ answer: null }), []);
});

test("a window is the slider's own, one around a large value, or what was chosen", () => {
  assert.deepEqual(axesOf(state())?.x.range, { min: -10, max: 10 });
  assert.deepEqual(axesOf(state({ x: "w" }, [[], [], []]))?.x.range, { min: -50, max: 50 });
  const spans = { a: { min: 0, max: 3 } };
  assert.deepEqual(axesOf(state({ spans }))?.x.range, { min: 0, max: 3 });
});

test("a window grows and shrinks around the value while that shows", () => {
  const axis = { name: "a", value: 2, range: { min: 0, max: 10 } };
  assert.deepEqual(scaled(axis, 0.5), { min: 1, max: 6 });
  assert.deepEqual(scaled({ ...axis, value: 20 }, 2), { min: -5, max: 15 });
  assert.deepEqual(scaled(null, 2), {});
});

test("the question carries the values on screen and asks for a way down only where it is wanted", () => {
  const { source } = SEED;
  assert.deepEqual(fieldQuestion(state()), {
    source,
    values: { a: 2, b: 1 },
    x: { name: "a", from: -10, to: 10, points: 41 },
    y: { name: "b", from: -10, to: 10, points: 41 },
  });
  const alone = fieldQuestion(state({ y: NONE, down: true, rate: 0.5 }));
  assert.deepEqual(alone?.x, { name: "a", from: -10, to: 10, points: 201 });
  assert.equal("y" in (alone ?? {}), false);
  assert.deepEqual(alone?.descent, { learning_rate: 0.5, steps: 60 });
});

test("what is no number leaves a gap", () => {
  assert.deepEqual([drawn(1), drawn("NaN"), drawn("Infinity")], [1, null, null]);
  assert.deepEqual(
    flat([
      [1, "NaN"],
      [2, 3],
    ]),
    [1, Number.NaN, 2, 3],
  );
  assert.deepEqual(extent([3, Number.NaN, 1]), { min: 1, max: 3 });
  assert.equal(extent([Number.NaN]), null);
});

test("lines lie above the lowest place, and equal heights have one line", () => {
  const levels = levelsOf([...Array(101).keys()]);
  assert.equal(levels.length, 14);
  assert.ok(levels.every((level) => level > 0 && level < 100));
  assert.deepEqual(levelsOf([1, 1, 1]), []);
  assert.deepEqual(levelsOf([]), []);
});

test("arrows are picked from the server's slopes, the longest one of length 1", () => {
  const [x, y] = [[...Array(20).keys()], [...Array(30).keys()]];
  const slopes = (/** @type {number} */ of) => y.map((row) => x.map(() => of * row));
  const field = { x, y, value: [], gradient: { x: slopes(3), y: slopes(4) } };
  const arrows = arrowsOf(field);
  assert.equal(arrows.length, 100);
  const lengths = arrows.map(({ along, up }) => Math.hypot(along, up));
  assert.equal(Math.max(...lengths), 1);
  assert.ok(arrows.every(({ along, up }) => Math.abs(along * 4 - up * 3) < 1e-12));
  const broken = { ...field, gradient: { x: slopes(Number.NaN), y: slopes(1) } };
  assert.deepEqual(arrowsOf(broken), []);
});

test("the table lists a few places, both ends among them", () => {
  assert.deepEqual(listed(41), [0, 10, 20, 30, 40]);
});
