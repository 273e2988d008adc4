import assert from "node:assert/strict";
import { test } from "node:test";
import {
  SIZES,
  candidates,
  comparisonQuestion,
  isListed,
  rowsOf,
  toggled,
} from "../../static/js/model/comparing.js";
import { SEED } from "../../static/js/model/document/document.js";
import { graph } from "./seed.js";

/** @import { State } from "../../static/js/types.js" */

/** @type {(rows: string[], shape?: number[]) => State} */
const state = (rows, shape = []) => {
  const inputs = [{ name: "a", shape, default: null, node: 0 }];
  return /** @type {State} */ ({ answer: { trace: { graph }, inputs, document: SEED }, rows });
};

test("the program's output is the only row until others are chosen", () => {
  assert.deepEqual(rowsOf(state([])), ["e"]);
  assert.deepEqual(rowsOf(state(["d", "gone", "c"])), ["c", "d"]);
  assert.deepEqual(rowsOf({ answer: null, rows: [] }), []);
});

test("what is computed can be a row", () => {
  assert.deepEqual(
    candidates(graph.nodes).map(({ name }) => name),
    ["c", "d", "e"],
  );
});

test("one row always stays", () => {
  assert.deepEqual(toggled(["e"], "c"), ["e", "c"]);
  assert.deepEqual(toggled(["e", "c"], "e"), ["c"]);
  assert.deepEqual(toggled(["e"], "e"), ["e"]);
});

test("all derivatives of the rows are asked for", () => {
  const { source, values } = SEED;
  assert.deepEqual(comparisonQuestion(state(["c", "e"])), { source, values, output: ["c", "e"] });
});

test("a table of derivatives is for single numbers", () => {
  assert.equal(isListed(state([])), true);
  assert.equal(isListed(state([], [3])), false);
});

test("a slider reaches a million in round numbers", () => {
  assert.deepEqual(SIZES.slice(0, 5), [1, 2, 5, 10, 20]);
  assert.equal(SIZES.at(-1), 1_000_000);
});
