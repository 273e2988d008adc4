import assert from "node:assert/strict";
import { test } from "node:test";
import { eventOf } from "../../static/js/effects/server/events.js";
import {
  FIRST,
  oneOf,
  readChoice,
  sweepOf,
  toggled,
  widened,
  writeChoice,
} from "../../static/js/health/choices.js";

test("a choice comes back from the address as it was", () => {
  const choice = { ...FIRST, depth: 7, radius: 0.5, residual: ["false", "true"], cell: ["rnn"] };
  assert.deepEqual(readChoice(writeChoice(choice)), choice);
  assert.deepEqual(readChoice(""), FIRST);
});

test("numbers outside their range are drawn in, and nonsense is left out", () => {
  const choice = readChoice("#depth=9999&width=x&radius=-3&activation=&cell=,,&seeds=5");
  assert.deepEqual(choice, { ...FIRST, depth: 200, radius: 0.05, seeds: 5 });
});

test("what was left open is left out of the question", () => {
  const sweep = sweepOf(FIRST);
  assert.equal("radius" in sweep, false);
  assert.deepEqual(sweep.residual, [false]);
  assert.deepEqual(sweep.seeds, [0]);
});

test("chips are chosen and taken back, but one of each stays", () => {
  assert.deepEqual(toggled(["a"], "b"), ["a", "b"]);
  assert.deepEqual(toggled(["a", "b"], "a"), ["b"]);
  assert.deepEqual(toggled(["a"], "a"), ["a"]);
});

test("a remedy stands beside what is there", () => {
  const tried = widened(FIRST, { residual: true, initializer: "he", clip: 1 });
  assert.deepEqual(tried.residual, ["false", "true"]);
  assert.deepEqual(tried.initializer, ["he"]);
  assert.equal(tried.clip, 1);
});

test("an event is read by its fields", () => {
  const block = 'id: 3\nevent: row\ndata: {"index": 2}';
  assert.deepEqual(eventOf(block), { name: "row", data: { index: 2 }, id: "3" });
});

test("one network of a sweep is asked about again as a sweep of its own", () => {
  const setup = { depth: 3, activation: "relu", residual: false, radius: null, seed: 7 };
  assert.deepEqual(oneOf(setup), { depth: 3, activation: "relu", residual: false, seeds: [7] });
});
