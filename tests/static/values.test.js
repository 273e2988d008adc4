import assert from "node:assert/strict";
import { test } from "node:test";
import { valuesFor, withNewDefaults } from "../../static/js/model/document/document.js";
import {
  keySteps,
  moved,
  rangeAround,
  snapped,
  stepOf,
  widened,
} from "../../static/js/model/numbers/slider.js";
import { rangeOf } from "../../static/js/model/text/spans.js";

/** @type {(name: string, value?: number | null) => import("../../static/js/types.js").Input} */
const input = (name, value = null) => ({ name, shape: [], default: value, node: 0 });

test("the usual range is minus ten to ten, in steps of a tenth", () => {
  const range = rangeAround(2);
  assert.deepEqual(range, { min: -10, max: 10 });
  assert.equal(stepOf(range), 0.1);
});

test("a value is never outside its slider", () => {
  for (const value of [0, 1e-9, 123, -5e7, 1e300]) {
    const { min, max } = rangeAround(value);
    assert.ok(min <= value && value <= max, String(value));
  }
  assert.deepEqual(widened({ min: 0, max: 1 }, 5), { min: 0, max: 5 });
});

test("a value beyond the usual range has room on both sides, up to a round number", () => {
  for (const [value, end] of /** @type {const} */ ([
    [95, 200],
    [100, 200],
    [-12, 20],
    [40, 50],
    [2e6, 5e6],
  ]))
    assert.deepEqual(rangeAround(value), { min: -end, max: end });
});

test("dragging stops at round numbers without binary dust", () => {
  assert.equal(snapped(0.30000000000000004, { min: -10, max: 10 }), 0.3);
  assert.equal(snapped(99, { min: -10, max: 10 }), 10);
});

test("keys move by a step, ten steps, or to the ends", () => {
  const range = { min: -10, max: 10 };
  const press = (/** @type {string} */ key, shift = false) =>
    moved(1, keySteps(key, shift) ?? Number.NaN, range);
  assert.deepEqual(
    [press("ArrowRight"), press("ArrowLeft"), press("ArrowUp", true), press("PageDown")],
    [1.1, 0.9, 2, 0],
  );
  assert.deepEqual([press("Home"), press("End")], [-10, 10]);
  assert.equal(keySteps("a", false), null);
});

test("only values that the program has a place for are sent", () => {
  assert.deepEqual(valuesFor({ a: 1, gone: 2 }, [input("a"), input("b")]), { a: 1 });
});

test("a default typed anew wins over the slider, others stay", () => {
  const before = [input("a", 2), input("b")];
  const after = [input("a", 3), input("b")];
  assert.deepEqual(withNewDefaults({ a: 7, b: 8 }, before, after), { b: 8 });
  assert.deepEqual(withNewDefaults({ a: 7, b: 8 }, before, before), { a: 7, b: 8 });
});

test("places are counted in code points by the server, in UTF-16 by the editor", () => {
  const source = "x = 𝑎 + log(b\ny";
  assert.deepEqual(rangeOf(source, { line: 1, start: 8, end: 11 }), { from: 9, to: 12 });
  assert.deepEqual(rangeOf(source, { line: 2, start: 0, end: 1 }), { from: 15, to: 16 });
  assert.equal(rangeOf(source, { line: 9, start: 0, end: 1 }), null);
  assert.equal(rangeOf(source, null), null);
});
