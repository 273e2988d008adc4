import assert from "node:assert/strict";
import { test } from "node:test";
import {
  LARGEST,
  betterWay,
  brought,
  fitScale,
  freerCorner,
  placedAt,
  readableScale,
  reshaped,
} from "../../static/js/model/drawing/fit.js";

const box = (/** @type {number} */ width, /** @type {number} */ height) => ({
  x: 0,
  y: 0,
  width,
  height,
});
const room = { width: 800, height: 700 };

test("a small drawing is not blown up, a large one is made to fit", () => {
  assert.equal(fitScale(box(10, 10), room), LARGEST);
  assert.equal(fitScale(box(1600, 100), room), 0.5);
  assert.equal(fitScale(box(0, 0), room), LARGEST);
});

test("a drawing runs right unless it would be far easier to read running down", () => {
  assert.equal(betterWay(box(800, 300), box(400, 700), room), "right");
  assert.equal(betterWay(box(2800, 1100), box(1600, 1500), room), "down");
});

test("a canvas that only grows keeps its drawing, one that turns does not", () => {
  assert.equal(reshaped(room, { width: 1600, height: 1400 }), false);
  assert.equal(reshaped(room, { width: 375, height: 700 }), true);
});

test("a drawing too small to read is shown in part", () => {
  assert.equal(readableScale(0.9), 0.9);
  assert.ok(readableScale(0.1) > 0.4);
  assert.equal(readableScale(0.44), 0.44, "a whole rather than a part that is hardly larger");
});

test("the card in question is brought into view, only where the drawing does not fit", () => {
  const place = box(800, 700);
  const tall = box(100, 2000);
  const at = placedAt(tall, place, 1);
  const card = { x: 0, y: 1900, width: 100, height: 68 };
  const moved = brought(card, tall, place, 1, at);
  assert.equal(moved.x, at.x);
  assert.equal(moved.y + tall.height, place.height, "no further than the end of the drawing");
  assert.deepEqual(brought(card, box(100, 600), place, 1, at), at);
});

test("a drawing on screen is not turned for a little", () => {
  const [wide, tall] = [
    { x: 0, y: 0, width: 1300, height: 300 },
    { x: 0, y: 0, width: 300, height: 1000 },
  ];
  const room = { width: 1000, height: 1000 };
  assert.equal(betterWay(wide, tall, room), "down");
  assert.equal(betterWay(wide, tall, room, "right"), "right");
  assert.equal(betterWay(tall, wide, room, "down"), "right", "for much it is");
});

test("a map stands in the lower corner where it hides fewer cards, if in doubt on the right", () => {
  const seen = { x: 0, y: 0, width: 1000, height: 600 };
  const card = (/** @type {number} */ x, /** @type {number} */ y) => ({
    x,
    y,
    width: 80,
    height: 40,
  });
  const corner = { width: 180, height: 160 };
  assert.equal(freerCorner([card(900, 500)], seen, corner), "left");
  assert.equal(freerCorner([card(900, 100)], seen, corner), "right");
  assert.equal(freerCorner([card(900, 500), card(20, 450)], seen, corner), "right");
});
