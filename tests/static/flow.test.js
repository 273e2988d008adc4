// The two axes of a drawing.

import assert from "node:assert/strict";
import { test } from "node:test";
import { FLOW, middleOf, pointAt } from "../../static/js/model/drawing/flow.js";

const BOX = { x: 10, y: 20, width: 100, height: 40 };

test("what is along the flow to the right is across it downwards", () => {
  const { right, down } = FLOW;
  assert.deepEqual([down.across, down.breadth], [right.along, right.length]);
  assert.deepEqual([down.along, down.length], [right.across, right.breadth]);
});

test("a point is found again by its place on both axes", () => {
  for (const direction of /** @type {const} */ (["right", "down"])) {
    const { along, across } = FLOW[direction];
    const point = pointAt(3, 5, direction);
    assert.deepEqual([point[along], point[across]], [3, 5]);
  }
});

test("the middle of a box lies across the flow", () => {
  assert.equal(middleOf(BOX, "right"), 40);
  assert.equal(middleOf(BOX, "down"), 60);
});
