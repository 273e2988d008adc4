import assert from "node:assert/strict";
import { test } from "node:test";
import { heatOf } from "../../static/js/model/drawing/heat.js";

/** @param {import("../../static/js/types.js").Value} value */
const shares = (value) => heatOf(value)?.rows.map((row) => row.map(({ share }) => share));

test("a vector is one row, a matrix its rows, each number a share of the largest", () => {
  assert.deepEqual(shares([1, -2, 0]), [[0.5, -1, 0]]);
  assert.deepEqual(shares([[4], [2]]), [[1], [0.5]]);
  assert.deepEqual(
    shares([
      [[1], [1]],
      [[1], [1]],
    ]),
    [[1], [1], [1], [1]],
  );
});

test("one number has no picture, zeros have an empty one", () => {
  assert.equal(heatOf(3), null);
  assert.deepEqual(shares([0, 0]), [[0, 0]]);
});

test("what is no number is told apart and takes no part in the scale", () => {
  const heat = heatOf(["NaN", "Infinity", 2]);
  assert.equal(heat?.largest, 2);
  assert.equal(heat?.rows[0]?.[2]?.share, 1);
  assert.ok(Number.isNaN(heat?.rows[0]?.[0]?.share));
});

test("a large tensor shows its first rows and columns, and says so", () => {
  const wide = heatOf(Array.from({ length: 40 }, (_, i) => i));
  assert.deepEqual([wide?.rows[0]?.length, wide?.cut], [32, true]);
});
