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
import { curvesOf, finished, fresh, rewound, stepped } from "../../static/js/lab/course.js";
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

test("slices become one curve, and no step stands in it twice", () => {
  const course = finished(finished(fresh(), slice(0, 3)), slice(3, 5));
  assert.deepEqual(course.history.step, [0, 1, 2, 3, 4, 5]);
  assert.deepEqual(course.state, { step: 5 });
  assert.equal(course.steps, 5);
});

test("what is told on the way is drawn until the slice is done, and anew when it is told again", () => {
  const told = [0, 1, 2, 0].map((step) => ({
    step,
    loss: 1,
    steps_per_second: 1,
    gradient_norms: {},
  }));
  const course = told.reduce(stepped, fresh());
  assert.deepEqual(curvesOf(course).at(-1)?.step, [0]);
  assert.deepEqual(finished(course, slice(0, 1)).live.step, []);
});

test("going back to the start leaves a ghost, of the last runs only", () => {
  let course = fresh();
  for (let run = 0; run < 5; run += 1) course = rewound(finished(course, slice(0, run + 1)));
  assert.deepEqual(
    curvesOf(course).map(({ step }) => step.length),
    [4, 5, 6, 0],
  );
  assert.equal(rewound(fresh()).ghosts.length, 0);
});

test("a step is explained where it stood before, with the examples that it saw", () => {
  const made = { source: "f = w*x", values: { w: 9 }, data: { x: [10, 20, 30] } };
  const course = { ...finished(fresh(), slice(0, 1)), batch: [2, 0] };
  assert.deepEqual(documentBefore(made, course).values, { w: 1, x: [30, 10] });
  assert.deepEqual(documentBefore(made, { ...course, batch: null }).values.x, [10, 20, 30]);
});
