import assert from "node:assert/strict";
import { test } from "node:test";
import { changedLines } from "../../static/js/model/text/results.js";

test("a line that stays where it was and as it was has not changed", () => {
  assert.deepEqual(changedLines("a\nb\nc", "a\nb\nc"), []);
  assert.deepEqual(changedLines("a\nb\nc", "a\nB\nc\nd"), [2]);
  assert.deepEqual(changedLines("a\nb\nc", "a"), [2, 3]);
  assert.deepEqual(changedLines("a\nb", "\na\nb"), [1, 2]);
});
