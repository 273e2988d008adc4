import assert from "node:assert/strict";
import { test } from "node:test";
import { chosenRow, nextRow } from "../../static/js/model/document/row.js";

/** @param {number[]} shape @param {string} [source] @param {import("../../static/js/types.js").State["tables"]} [tables]
 * @returns {any} */
const state = (shape, source = "y = W @ x", tables = {}) => ({
  answer: {
    document: { source, output: null },
    inputs: [{ shape }],
    trace: { graph: { output: 0, nodes: [{ shape }] } },
  },
  tables,
});

test("the entries of a tensor follow each other, and after the last there is none", () => {
  const seen = [];
  let now = state([2, 2]);
  for (let row = nextRow(now); row !== null; row = nextRow(now)) {
    seen.push(row.at);
    now = state([2, 2], "y = W @ x", { row });
    assert.equal(chosenRow(now), row.at);
  }
  assert.deepEqual(seen, [0, 1, 2, 3]);
});

test("a number has no rows, and nothing has before there is an answer", () => {
  assert.equal(nextRow(state([])), null);
  assert.equal(nextRow({ answer: null }), null);
  assert.equal(chosenRow({ answer: null }), null);
});

test("a row belongs to its program", () => {
  const row = nextRow(state([3])) ?? undefined;
  const other = state([3], "y = x * x", { row });
  assert.equal(chosenRow(other), null);
  assert.equal(nextRow(other)?.at, 0);
});

test("rows of tables that are too large to be read are none to look at", () => {
  assert.equal(nextRow(state([64]))?.at, 0);
  assert.equal(nextRow(state([65])), null);
});
