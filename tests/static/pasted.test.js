import assert from "node:assert/strict";
import { test } from "node:test";
import { laidOver, literalOf, rowsIn } from "../../static/js/model/text/pasted.js";
import { sweptTo } from "../../static/js/model/numbers/sweep.js";

test("a block is read from a spreadsheet, a CSV file, or a column", () => {
  const block = [
    ["1", "2"],
    ["3", "1/4"],
  ];
  for (const text of ["1\t2\r\n3\t1/4\r\n", "1,2\n3,1/4", "1; 2\n3; 1/4\n"]) {
    assert.deepEqual(rowsIn(text), block, text);
  }
  assert.deepEqual(rowsIn("5\n6"), [["5"], ["6"]]);
  assert.deepEqual(rowsIn("1\t\t3"), [["1", "0", "3"]]);
});

test("one entry is no block", () => {
  assert.equal(rowsIn("0.5"), null);
  assert.equal(rowsIn("pi/4\n"), null);
});

test("a block at the first cell is the whole tensor, elsewhere it fills what fits", () => {
  const grid = [
    ["1", "2"],
    ["3", "4"],
  ];
  assert.deepEqual(laidOver(grid, [["7", "8", "9"]], 0, 0), [["7", "8", "9"]]);
  assert.deepEqual(laidOver(grid, [["7", "8"]], 1, 1), [
    ["1", "2"],
    ["3", "7"],
  ]);
});

test("a row is written as a vector or as a matrix of one row, as it was", () => {
  assert.equal(literalOf([["1", "2"]], 1), "[1, 2]");
  assert.equal(literalOf([["1", "2"]], 2), "[[1, 2]]");
  assert.equal(literalOf([["1"], ["2"]], 1), "[[1], [2]]");
});

test("a sweep goes to one end, to the other, and comes by where it began", () => {
  const range = { min: -10, max: 10 };
  assert.equal(sweptTo(range, 2, 0), 2);
  assert.ok(sweptTo(range, 2, 500) > 2);
  assert.ok(Math.abs(sweptTo(range, 0, 2000) - 10) < 1e-9);
  assert.ok(Math.abs(sweptTo(range, 0, 6000) + 10) < 1e-9);
  assert.ok(Math.abs(sweptTo(range, 2, 8000) - 2) < 1e-9);
});
