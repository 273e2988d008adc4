import assert from "node:assert/strict";
import { test } from "node:test";
import { breadths } from "../../static/js/model/drawing/breadth.js";
import { historyOf } from "../../static/js/model/steps/history.js";
import { graph, trace } from "./seed.js";

/** @type {(merged?: Map<number, number[]>) => import("../../static/js/types.js").Drawn} */
const drawnOf = (merged = new Map()) => /** @type {any} */ ({ graph, whole: graph, merged });

/** @param {Record<number, unknown>} contributions by step */
const carrying = (contributions) => {
  const steps = trace.steps.map((step) => {
    const contribution = contributions[step.index];
    return contribution === undefined ? step : { ...step, contribution };
  });
  return breadths(historyOf(/** @type {any} */ ({ ...trace, steps })), drawnOf());
};

test("an edge is as broad as the root of its share of the largest gradient", () => {
  const found = breadths(historyOf(trace), drawnOf());
  assert.deepEqual([...found.keys()], [0, 1, 2, 4, 5], "a constant's edge carries none");
  assert.equal(found.get(5), 1);
  assert.equal(found.get(4), Math.sqrt(2 / 3));
});

test("zero is nothing, what is not finite has no end, and neither counts as the largest", () => {
  const found = carrying({ 8: "-Infinity", 9: 0, 10: -0.5 });
  assert.equal(found.get(5), Number.POSITIVE_INFINITY);
  assert.equal(found.get(2), 0);
  assert.equal(found.get(4), 1);
  assert.equal(found.get(0), 0.5);
  assert.equal(carrying({ 8: "NaN" }).get(5), Number.POSITIVE_INFINITY);
});

test("a tensor is as large as its largest entry", () => {
  assert.equal(
    carrying({
      8: [
        [0, -8],
        [2, 1],
      ],
    }).get(4),
    0.5,
  );
});

test("the edge of a folded group is as broad as the broadest in it", () => {
  const found = breadths(historyOf(trace), drawnOf(new Map([[4, [4, 5]]])));
  assert.equal(found.get(4), 1);
});

test("nothing carried is nothing to divide by", () => {
  const found = carrying({ 7: 0, 8: 0, 9: 0, 10: 0, 11: 0 });
  assert.deepEqual(new Set(found.values()), new Set([0]));
});
