import assert from "node:assert/strict";
import { test } from "node:test";
import { historyOf } from "../../static/js/model/steps/history.js";
import { nextPhase, stretches, ticks } from "../../static/js/model/steps/phases.js";
import { trace } from "./seed.js";

const history = historyOf(trace);

test("the track is one stretch of values and one of gradients", () => {
  assert.deepEqual(stretches(history), [
    { phase: "forward", from: 0, to: 5 },
    { phase: "reverse", from: 5, to: 11 },
  ]);
});

test("a trace without gradients is one stretch", () => {
  const forward = historyOf({ ...trace, steps: trace.steps.slice(0, 5) });
  assert.deepEqual(stretches(forward), [{ phase: "forward", from: 0, to: 5 }]);
});

test("an empty trace has no stretch and no marks", () => {
  const none = historyOf({ ...trace, steps: [] });
  assert.deepEqual([stretches(none), ticks(none)], [[], []]);
});

test("every step between the ends has a mark, while they can be told apart", () => {
  assert.deepEqual(ticks(history), [1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
  assert.deepEqual(ticks({ ...history, last: 1000 }), []);
});

test("phases are walked both ways and end at the ends", () => {
  assert.deepEqual(
    [0, 5, 11].map((step) => nextPhase(history, step, 1)),
    [5, 11, 11],
  );
  assert.deepEqual(
    [11, 7, 5, 0].map((step) => nextPhase(history, step, -1)),
    [5, 5, 0, 0],
  );
});
