import assert from "node:assert/strict";
import { test } from "node:test";
import { unhurried } from "../../static/js/view/unhurried.js";

/** A panel whose urgent part is what is chosen, and the frames it waits for. @param {import("node:test").TestContext} t */
function shown(t) {
  t.mock.timers.enable({ apis: ["setTimeout"] });
  /** @type {(() => void)[]} */
  const frames = [];
  Object.assign(globalThis, {
    requestAnimationFrame: (/** @type {() => void} */ then) => frames.push(then),
    cancelAnimationFrame: (/** @type {number} */ id) => (frames[id - 1] = () => {}),
  });
  /** @type {string[]} */
  const drawn = [];
  const draw = (/** @type {any} */ { answer }) => drawn.push(answer);
  let clock = 0;
  t.mock.method(performance, "now", () => clock);
  const panel = unhurried({ draw }, (/** @type {any} */ { chosen }) => [chosen]);
  return {
    drawn,
    see: (/** @type {string} */ answer, ready = true, chosen = 1, step = 0) =>
      panel.draw(
        /** @type {any} */ ({ answer, ready, chosen, playback: { step } }),
        /** @type {any} */ ({}),
      ),
    frame() {
      for (const then of frames.splice(0)) then();
      t.mock.timers.tick(0);
    },
    wait(/** @type {number} */ time) {
      clock += time;
      t.mock.timers.tick(time);
    },
  };
}

test("other numbers are shown a frame after the graph shows them", (t) => {
  const { drawn, see, frame, wait } = shown(t);
  see("a");
  wait(100);
  see("b");
  assert.deepEqual(drawn, ["a"]);
  frame();
  assert.deepEqual(drawn, ["a", "b"]);
});

test("a hand that drags does not wait for them at each move", (t) => {
  const { drawn, see, frame, wait } = shown(t);
  see("a");
  for (const answer of "bcd") {
    see(answer, false);
    frame();
  }
  assert.deepEqual(drawn, ["a"]);
  wait(300);
  assert.deepEqual(drawn, ["a", "d"]);
  see("e", false);
  wait(30);
  see("f"); // nothing is on its way, and yet the hand goes on
  frame();
  assert.deepEqual(drawn, ["a", "d"]);
  wait(300);
  assert.deepEqual(drawn, ["a", "d", "f"]);
  wait(1000);
  assert.deepEqual(drawn, ["a", "d", "f"], "once is enough");
});

test("what is chosen is shown at once, and what waited with it", (t) => {
  const { drawn, see, frame, wait } = shown(t);
  see("a");
  wait(100);
  see("b");
  see("b", true, 2);
  assert.deepEqual(drawn, ["a", "b"]);
  frame();
  wait(1000);
  assert.deepEqual(drawn, ["a", "b"]);
});

test("another step is shown at once", (t) => {
  const { drawn, see, wait } = shown(t);
  see("a", true, 1, 1);
  wait(50);
  see("b", true, 1, 2);
  assert.deepEqual(drawn, ["a", "b"]);
});

test("of steps that fly past, some are shown, and the last", (t) => {
  const { drawn, see, frame, wait } = shown(t);
  see("a", true, 1, 0);
  for (let step = 1; step <= 10; step++) {
    wait(16);
    see(`${step}`, true, 1, step);
    frame();
  }
  assert.deepEqual(drawn, ["a", "7"], "100 ms after the first");
  wait(100);
  assert.deepEqual(drawn, ["a", "7", "10"]);
});
