import assert from "node:assert/strict";
import { test } from "node:test";
import { frameOf } from "../../static/js/model/steps/frame.js";
import { historyOf } from "../../static/js/model/steps/history.js";
import { listed } from "../../static/js/model/steps/listed.js";
import { trace } from "./seed.js";

/** @import { Step } from "../../static/js/types.js" */

const history = historyOf(trace);
/** @typedef {(step: number) => (import("../../static/js/types.js").Value | null)[]} Shown */

const at = (/** @type {number} */ step) => frameOf(history, step);
/** @type {Shown} */
const values = (step) => at(step).nodes.map((node) => node.value);
/** @type {Shown} */
const gradients = (step) => at(step).nodes.map((node) => node.gradient);

test("before the first step only constants are known", () => {
  assert.deepEqual(values(0), [null, null, null, 1, null, null]);
  assert.deepEqual(gradients(0), [null, null, null, null, null, null]);
  assert.equal(at(0).phase, "start");
});

test("each forward step fills one slot", () => {
  assert.deepEqual(values(3), [2, 1, 3, 1, null, null]);
  assert.deepEqual(values(5), trace.values);
});

test("the last step shows every value and gradient of the answer", () => {
  assert.deepEqual(values(11), trace.values);
  assert.deepEqual(gradients(11), trace.gradients);
});

test("a gradient is the sum so far, and says whether more is to come", () => {
  const b = (/** @type {number} */ step) => at(step).nodes[1];
  assert.equal(b(8).gradient, null);
  assert.deepEqual([b(9).gradient, b(9).complete, b(9).expected], [3, false, 2]);
  assert.deepEqual([b(11).gradient, b(11).complete], [5, true]);
});

test("a local derivative appears with the value it leads to", () => {
  assert.equal(at(2).edges[0].local, null);
  assert.equal(at(3).edges[0].local, 1);
  assert.equal(at(11).edges[3].local, null, "a constant's edge has none");
});

test("exactly one edge is hot while a gradient is pulled, and shows its product", () => {
  const hot = at(9).edges.filter((edge) => edge.hot);
  assert.deepEqual(
    hot.map((edge) => edge.id),
    [2],
  );
  assert.deepEqual([hot[0].product?.upstream, hot[0].product?.local], [3, 1]);
});

test("values flow forward first, then gradients back", () => {
  assert.deepEqual(
    [0, 3, 11].map((step) => at(step).edges[0].flow),
    ["none", "forward", "reverse"],
  );
});

test("a step is read where its operation stands in the text", () => {
  assert.equal(at(9).reading, 4, "b through d is read at d");
  assert.equal(at(3).reading, 2);
});

test("a node the output does not depend on gets its 0 at the end, not before", () => {
  /** @type {import("../../static/js/types.js").Trace} */
  const lonely = {
    graph: {
      output: 1,
      nodes: [0, 1, 2].map((id) => ({ ...trace.graph.nodes[0], id })),
      edges: [],
    },
    values: [1, 2, 3],
    local: [],
    gradients: [0, 1, null],
    steps: [{ index: 1, phase: "reverse", kind: "seed", node: 1, gradient: 1 }],
  };
  /** @type {Shown} */
  const shown = (step) => frameOf(historyOf(lonely), step).nodes.map((node) => node.gradient);
  assert.deepEqual(shown(0), [null, null, null]);
  assert.deepEqual(shown(1), [0, 1, null]);
});

test("going back shows exactly what going forward showed", () => {
  for (let step = 0; step <= history.last; step++)
    assert.deepEqual(at(step), frameOf(history, step));
});

test("steps that come as one list for each field are the same steps", () => {
  const fields = new Set(trace.steps.flatMap((step) => Object.keys(step)));
  const columns = Object.fromEntries(
    [...fields, "value"].map((field) => [field, trace.steps.map((step) => fieldOf(step, field))]),
  );
  assert.deepEqual(
    listed(columns),
    trace.steps.map(({ words: _, ...step }) => step),
  );
  const told = historyOf({ ...trace, steps: listed(columns) });
  for (const step of [0, 3, 7, 11]) {
    assert.deepEqual(frameOf(told, step).nodes, at(step).nodes);
    assert.deepEqual(frameOf(told, step).edges.map(bare), at(step).edges.map(bare));
  }
});

test("a sentence that comes later is in the frame, and nothing else is made anew", () => {
  const steps = trace.steps.map(({ words: _, ...step }) => /** @type {Step} */ (step));
  const later = historyOf({ ...trace, steps });
  const before = frameOf(later, 3);
  assert.equal(before.words, "");
  if (steps[2]) steps[2].words = "c = a + b = 3";
  const after = frameOf(later, 3);
  assert.equal(after.words, "c = a + b = 3");
  assert.equal(after.nodes, before.nodes);
});

/** Columns have the gradient of the seed among the values.
 * @param {Step} step @param {string} field */
function fieldOf(step, field) {
  const kept = field === "value" && step.kind === "seed" ? "gradient" : field;
  return Reflect.get(step, kept) ?? null;
}

/** An edge without the step that carries its product, which columns write with more fields.
 * @param {import("../../static/js/types.js").EdgeView} view */
function bare({ product: _, ...rest }) {
  return rest;
}
