import assert from "node:assert/strict";
import { test } from "node:test";
import { rowsOf, sizeOf } from "../../static/js/model/numbers/matrix.js";

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
