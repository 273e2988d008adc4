import assert from "node:assert/strict";
import { test } from "node:test";
import { historyOf } from "../../static/js/model/steps/history.js";
import { loopOf, within } from "../../static/js/model/steps/loop.js";
import { trace } from "./seed.js";

const history = historyOf(trace); // values come up to step 5, gradients from step 6 to step 11

test("without breakpoints it is the phase on show, at each of its steps", () => {
  for (const step of [0, 3, 5]) assert.deepEqual(loopOf(history, [], step), { from: 0, to: 5 });
  for (const step of [6, 9, 11]) assert.deepEqual(loopOf(history, [9], step), { from: 6, to: 11 });
});

test("with two of them it is from the first to the last, wherever one is", () => {
  for (const step of [0, 7, 11])
    assert.deepEqual(loopOf(history, [3, 4, 8, 99], step), { from: 3, to: 8 });
});

test("a single step is nothing to repeat", () => {
  assert.equal(loopOf({ ...history, last: 0 }, [], 0), null);
  assert.equal(loopOf({ ...history, turn: 2, last: 2 }, [], 2), null);
});

test("it begins again from its end, and from elsewhere", () => {
  assert.deepEqual(
    [2, 3, 7, 8, 9].map((step) => within({ from: 3, to: 8 }, step)),
    [3, 3, 7, 3, 3],
  );
});
