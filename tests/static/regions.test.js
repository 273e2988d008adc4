import assert from "node:assert/strict";
import { test } from "node:test";
import { REGIONS, prefer, preferences } from "../../static/js/model/document/preferences.js";
import { boundsOf, clicked, grownBy, keyed, within } from "../../static/js/model/regions.js";

/** @param {string} key @param {boolean} [shiftKey] */
const press = (key, shiftKey = false) => ({ key, shiftKey });

test("a column leaves the graph its width, and stays wide enough to use", () => {
  assert.deepEqual(boundsOf("left", 304, 808), { low: 220, high: 792 });
  assert.deepEqual(boundsOf("drawer", 300, 400), { low: 96, high: 500 });
});

test("what is out of its bounds already may stay as it is", () => {
  assert.deepEqual(boundsOf("drawer", 80, 150), { low: 80, high: 80 });
});

test("an edge goes where the arrow points", () => {
  const bounds = { low: 220, high: 600 };
  assert.equal(keyed("left", press("ArrowRight"), 300, bounds), 316);
  assert.equal(keyed("left", press("ArrowLeft"), 300, bounds), 284);
  assert.equal(keyed("right", press("ArrowLeft"), 300, bounds), 316);
  assert.equal(keyed("drawer", press("ArrowUp"), 300, bounds), 316);
  assert.equal(keyed("drawer", press("ArrowDown", true), 300, bounds), 220);
});

test("Home and End are its bounds, Enter is its own size, other keys are not for it", () => {
  const bounds = { low: 220, high: 600 };
  assert.equal(keyed("left", press("Home"), 300, bounds), 220);
  assert.equal(keyed("left", press("End"), 300, bounds), 600);
  assert.equal(keyed("left", press("Enter"), 300, bounds), null);
  assert.equal(keyed("left", press("ArrowUp"), 300, bounds), undefined);
  assert.equal(keyed("drawer", press("ArrowLeft"), 300, bounds), undefined);
});

test("a region grows as its edge goes into the graph", () => {
  const by = { x: 10, y: 4 };
  assert.deepEqual(
    REGIONS.map((region) => grownBy(region, by)),
    [10, -10, -4],
  );
  assert.equal(within(10.4, { low: 8, high: 12 }), 10);
  assert.equal(within(13, { low: 8, high: 12 }), 12);
});

test("clicks lead from its own size through a large and the least one back to it", () => {
  const bounds = { low: 220, high: 600 };
  assert.equal(clicked(null, 300, bounds), 450);
  assert.equal(clicked(450, 450, bounds), 220);
  assert.equal(clicked(220, 220, bounds), null);
});

test("what was kept counts as far as it is a size", () => {
  prefer({ sizes: { left: 300, right: "wide", drawer: -1 } });
  assert.deepEqual(preferences.sizes, { left: 300, right: null, drawer: null });
  prefer(null);
  assert.deepEqual(preferences.sizes, { left: null, right: null, drawer: null });
});
