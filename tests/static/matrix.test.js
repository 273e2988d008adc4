import assert from "node:assert/strict";
import { test } from "node:test";
import { entriesOf, rowsOf, sizeOf } from "../../static/js/model/numbers/matrix.js";

/** @import { Value } from "../../static/js/types.js" */

test("a table has a row for each entry of the result", () => {
  /** @type {Value} */
  const data = [
    [
      [1, 2],
      [3, 4],
    ],
    [
      [5, 6],
      [7, "NaN"],
    ],
  ];
  assert.deepEqual(rowsOf(data, 4), [
    [1, 2, 3, 4],
    [5, 6, 7, "NaN"],
  ]);
});

test("a single number is a table of one entry", () => {
  assert.deepEqual(rowsOf(3, 1), [[3]]);
  assert.equal(sizeOf([]), 1);
  assert.equal(sizeOf([2, 3]), 6);
});

test("entries are named in the order of the rows", () => {
  assert.deepEqual(entriesOf("W", [2, 2]), ["W[0, 0]", "W[0, 1]", "W[1, 0]", "W[1, 1]"]);
  assert.deepEqual(entriesOf("x", [2]), ["x[0]", "x[1]"]);
  assert.deepEqual(entriesOf("a", []), ["a"]);
});
