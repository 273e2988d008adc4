// The training lab without a browser: what is chosen, and how far a run is.
import assert from "node:assert/strict";
import { test } from "node:test";
import {
  FIRST,
  changed,
  modelOf,
  readChoice,
  walkOf,
  writeChoice,
} from "../../static/js/lab/choices.js";
import { curveOf, finished, fresh, rewound, stepped } from "../../static/js/lab/course.js";
import { isRoom, pinned, tellingOf, unpinned } from "../../static/js/lab/pins.js";
import { documentBefore } from "../../static/js/lab/explained.js";

/** @type {import("../../static/js/lab/choices.js").Parts} */
const PARTS = {
  models: [{ name: "mlp", words: { en: "", zh: "" }, widths: [8, 8], data: "spirals" }],
  data_sets: [],
  optimizers: [{ name: "adam", words: { en: "", zh: "" }, settings: { learning_rate: 0.001 } }],
  schedules: [],
  initializers: [],
  activations: [],
};

/** @param {number} from @param {number} to @returns {import("../../static/js/lab/running.js").Done} */
function slice(from, to) {
  const step = Array.from({ length: to - from + 1 }, (_, at) => from + at);
  return {
    steps: to,
    loss: 1 / to,
    history: { step, loss: step.map((at) => 1 / (at + 1)) },
    end: "time",
    parameters: {},
    updates: { w: { before: 1, gradient: 2, change: -1, after: 0 } },
    state: { step: to },
    batch: null,
    layers: [],
    diverged: null,
  };
}

test("a choice survives its address", () => {
  const choice = { ...FIRST, model: "mlp", data: "moons", widths: "8,4", batch: 16, rate: 0.01 };
  assert.deepEqual(readChoice(writeChoice(choice)), choice);
  assert.deepEqual(readChoice(""), FIRST);
});

test("numbers outside their range are drawn in, and nonsense is the usual", () => {
  const choice = readChoice("#model=mlp&steps=0&rate=x&batch=2.6&seed=-5");
  assert.equal(choice.steps, 1);
  assert.equal(choice.rate, null);
  assert.equal(choice.batch, 3);
  assert.equal(choice.seed, 0);
});

test("a model brings its own data, an optimiser its own rate", () => {
  const next = changed(FIRST, { model: "mlp", optimizer: "adam" }, PARTS);
  assert.equal(next.data, "spirals");
  assert.equal(next.widths, "8,8");
  assert.equal(next.rate, 0.001);
});

test("what is left open is not sent", () => {
  assert.deepEqual(walkOf({ ...FIRST, rate: null }), { optimizer: { name: "sgd" }, seed: 0 });
  assert.deepEqual(modelOf({ ...FIRST, widths: "4,,x,5" }).widths, [4, 5]);
  assert.equal("data" in modelOf(FIRST), false);
});

test("what is set of an optimiser or a schedule goes with it, and stays in the address", () => {
  const first = { ...FIRST, model: "mlp", data: "moons", schedule: "step", rate: 0.1 };
  const settings = { "optimizer.momentum": 0.8, "schedule.every": 50 };
  const choice = { ...first, optimizer: "nesterov", settings };
  assert.deepEqual(readChoice(writeChoice(choice)), choice);
  assert.deepEqual(walkOf(choice).optimizer, {
    name: "nesterov",
    learning_rate: 0.1,
    momentum: 0.8,
    schedule: { name: "step", every: 50 },
  });
  const next = changed(choice, { optimizer: "adam" }, PARTS);
  assert.deepEqual(next.settings, { "schedule.every": 50 });
  assert.deepEqual(changed(next, { schedule: "constant" }, PARTS).settings, {});
  assert.equal("schedule" in walkOf({ ...next, schedule: "constant" }).optimizer, false);
});

test("a gradient is clipped in one way, and both pulls may act together", () => {
  const byNorm = changed(FIRST, { clip: 2 }, null);
  assert.deepEqual(walkOf(byNorm).clip, { norm: 2 });
  assert.deepEqual(walkOf(changed(byNorm, { clip_value: 1 }, null)).clip, { value: 1 });
  assert.deepEqual(walkOf({ ...FIRST, l1: 0.1, decay: 0.2 }).decay, { l1: 0.1, l2: 0.2 });
});

test("a pinned run keeps its letter, and is told by what is different about it", () => {
  const run = { file: null, history: { step: [], loss: [] }, steps: 1, loss: 1 };
  const at = (/** @type {number} */ rate) => ({
    ...run,
    choice: { ...FIRST, rate },
    right: null,
    held: null,
  });
  let pins = pinned(pinned([], at(0.1)), at(0.2));
  assert.deepEqual(pins.map(({ letter }) => letter).join(""), "AB");
  assert.deepEqual(
    pins.map((pin) => tellingOf(pin, pins)),
    [[["rate", "0.1"]], [["rate", "0.2"]]],
  );
  pins = pinned(unpinned(pins, "A"), { ...at(0.2), file: "mine.csv" });
  assert.deepEqual(pins.map(({ letter }) => letter).join(""), "BA");
  assert.deepEqual(tellingOf(/** @type {any} */ (pins[1]), pins), [["data", "mine.csv"]]);
  for (let more = 0; more < 9; more += 1) pins = pinned(pins, at(more));
  assert.equal(pins.length, 6);
  assert.equal(isRoom(pins), false);
});

test("slices become one curve, and no step stands in it twice", () => {
  const course = finished(finished(fresh(), slice(0, 3)), slice(3, 5));
  assert.deepEqual(course.history.step, [0, 1, 2, 3, 4, 5]);
  assert.deepEqual(course.state, { step: 5 });
  assert.equal(course.steps, 5);
});

test("what is told on the way is drawn until the slice is done, and anew when it is told again", () => {
  const told = [0, 1, 2, 0].map((step) => ({ step, loss: 1, layers: [] }));
  const course = told.reduce(stepped, fresh());
  assert.deepEqual(curveOf(course).step, [0]);
  assert.deepEqual(finished(course, slice(0, 1)).live.step, []);
});

test("going back to the start leaves a ghost, of the last runs only", () => {
  let course = fresh();
  for (let run = 0; run < 5; run += 1) course = rewound(finished(course, slice(0, run + 1)));
  assert.deepEqual(
    course.ghosts.map(({ step }) => step.length),
    [4, 5, 6],
  );
  assert.deepEqual(curveOf(course).step, []);
  assert.equal(rewound(fresh()).ghosts.length, 0);
});

test("a step is explained where it stood before, with the examples that it saw", () => {
  const made = { source: "f = w*x", values: { w: 9 }, data: { x: [10, 20, 30] } };
  const course = { ...finished(fresh(), slice(0, 1)), batch: [2, 0] };
  assert.deepEqual(documentBefore(made, course).values, { w: 1, x: [30, 10] });
  assert.deepEqual(documentBefore(made, { ...course, batch: null }).values.x, [10, 20, 30]);
});
