import assert from "node:assert/strict";
import { test } from "node:test";
import {
  INSTANT,
  STOPPED,
  milliseconds,
  opened,
  reduce,
} from "../../static/js/model/steps/playback.js";

/** @import { Playback } from "../../static/js/types.js" */

/** @type {(last: number) => Playback} */
const start = (last) => ({ ...STOPPED, last });
/** @type {(actions: string[], state: Playback) => Playback} */
const after = (actions, state) => actions.reduce((now, action) => reduce(now, action), state);

test("ticking runs to the last step, then stops", () => {
  const end = after(["play", "tick", "tick", "tick"], start(2));
  assert.deepEqual([end.step, end.playing], [2, false]);
});

test("playing from the end begins again", () => {
  assert.equal(reduce({ ...start(5), step: 5 }, "play").step, 0);
});

test("back undoes next, except at the edges", () => {
  for (const step of [0, 1, 2]) {
    const middle = reduce(start(3), "seek", step);
    assert.equal(after(["next", "back"], middle).step, step);
  }
  assert.equal(reduce(start(3), "back").step, 0);
});

test("any step by hand pauses", () => {
  for (const action of ["next", "back", "first", "last", "seek"]) {
    assert.equal(reduce(reduce(start(3), "play"), action).playing, false);
  }
});

test("a jump stays within the trace", () => {
  assert.equal(reduce(start(3), "seek", 99).step, 3);
  assert.equal(reduce(start(3), "seek", -1).step, 0);
});

test("another program opens at its end, the same one keeps its place, both paused", () => {
  const playing = { ...start(9), step: 4, playing: true };
  assert.deepEqual(opened(playing, 6, null), { ...playing, last: 6, step: 6, playing: false });
  assert.equal(opened(playing, 9, 4).step, 4);
  assert.equal(opened(playing, 2, 4).step, 2);
});

test("twice the speed takes half the time, and there is no speed beyond the list", () => {
  const fast = reduce(start(1), "faster");
  assert.equal(milliseconds(fast), milliseconds(start(1)) / 2);
  const fastest = after(Array(9).fill("faster"), start(1));
  assert.equal(fastest.speed, INSTANT);
});

const loop = { from: 3, to: 5 };
/** @type {(actions: string[], state: Playback) => number[]} */
const played = (actions, state) => {
  let now = state;
  return actions.map((action) => {
    now = reduce(now, action, 0, { stops: null, breaks: [3, 4, 5], loop });
    return now.step;
  });
};

test("a part is played again and again, over its breakpoints, until somebody pauses", () => {
  const ticks = Array(5).fill("tick");
  assert.deepEqual(played(["play", ...ticks], { ...start(9), step: 4 }), [4, 5, 3, 4, 5, 3]);
  assert.deepEqual(
    played(["play", "tick"], { ...start(9), step: 9 }),
    [3, 4],
    "it goes there first",
  );
  const playing = { ...start(9), step: 5, playing: true };
  const marks = { stops: null, breaks: [], loop };
  assert.equal(reduce(playing, "tick", 0, marks).playing, true);
  for (const action of ["pause", "next", "seek"])
    assert.equal(reduce(playing, action, 0, marks).playing, false);
});

test("it is asked for without a pause, and large steps do not leave it", () => {
  const playing = { ...start(9), step: 3, playing: true };
  assert.deepEqual(reduce(playing, "loop"), { ...playing, loop: true });
  assert.equal(reduce(reduce(playing, "loop"), "loop").loop, false);
  assert.equal(reduce(playing, "tick", 0, { stops: [4, 9], breaks: [], loop }).step, 4);
  assert.equal(
    reduce({ ...playing, step: 4 }, "tick", 0, { stops: [9], breaks: [], loop }).step,
    5,
  );
});

test("what it came to stays a second before it begins again, however fast it is", () => {
  const fast = { ...start(9), step: 4, speed: INSTANT };
  assert.equal(milliseconds(fast, { loop }), milliseconds(fast));
  assert.equal(milliseconds({ ...fast, step: 5 }, { loop }), 1000);
});

test("a step at usual speed takes 180 to 400 milliseconds", () => {
  assert.ok(milliseconds(start(1)) >= 180 && milliseconds(start(1)) <= 400);
});

test("nothing to play does not play", () => {
  assert.equal(reduce(start(0), "play").playing, false);
});

test("a misspelt action is a bug, not a no-op", () => {
  assert.throws(() => reduce(start(3), "paly"), /unknown action: paly/);
});
