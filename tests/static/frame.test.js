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
const viewsAt = (/** @type {number} */ step) =>
  trace.graph.nodes.map(({ id }) => at(step).node(id));
/** @type {Shown} */
const values = (step) => viewsAt(step).map((node) => node?.value ?? null);
/** @type {Shown} */
const gradients = (step) => viewsAt(step).map((node) => node?.gradient ?? null);

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
  const b = (/** @type {number} */ step) => at(step).node(1);
  assert.equal(b(8)?.gradient, null);
  assert.deepEqual([b(9)?.gradient, b(9)?.complete, b(9)?.expected], [3, false, 2]);
  assert.deepEqual([b(11)?.gradient, b(11)?.complete], [5, true]);
});

test("a local derivative appears with the value it leads to", () => {
  assert.equal(at(2).edge(0)?.local, null);
  assert.equal(at(3).edge(0)?.local, 1);
  assert.equal(at(11).edge(3)?.local, null, "a constant's edge has none");
});

test("exactly one edge is hot while a gradient is pulled, and shows its product", () => {
  const hot = trace.graph.edges.filter(({ id }) => at(9).edge(id)?.hot);
  assert.deepEqual(
    hot.map((edge) => edge.id),
    [2],
  );
  const product = at(9).edge(2)?.product;
  assert.deepEqual([product?.upstream, product?.local], [3, 1]);
});

test("values flow forward first, then gradients back", () => {
  assert.deepEqual(
    [0, 3, 11].map((step) => at(step).edge(0)?.flow),
    ["none", "forward", "reverse"],
  );
});

test("a step is read where its operation stands in the text", () => {
  assert.equal(at(9).reading, 4, "b through d is read at d");
  assert.equal(at(3).reading, 2);
});

test("a node the output does not depend on gets its 0 at the end, not before", () => {
  /** @type {Step[]} */
  const steps = [{ index: 1, phase: "reverse", kind: "seed", node: 1, gradient: 1 }];
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
    steps,
  };
  /** @type {Shown} */
  const shown = (step) => {
    const frame = frameOf(historyOf(lonely), step);
    return [0, 1, 2].map((id) => frame.node(id)?.gradient ?? null);
  };
  assert.deepEqual(shown(0), [null, null, null]);
  assert.deepEqual(shown(1), [0, 1, null]);
});

test("going back shows exactly what going forward showed", () => {
  const there = trace.steps.map(({ index }) => viewsAt(index));
  const back = trace.steps.map(({ index }) => viewsAt(index)).reverse();
  assert.deepEqual(back.reverse(), there);
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
    const frame = frameOf(told, step);
    assert.deepEqual(
      trace.graph.nodes.map(({ id }) => frame.node(id)),
      viewsAt(step),
    );
    for (const { id } of trace.graph.edges)
      assert.deepEqual(bare(frame.edge(id)), bare(at(step).edge(id)));
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
  assert.equal(after.node(2), before.node(2));
});

/** Columns have the gradient of the seed among the values.
 * @param {Step} step @param {string} field */
function fieldOf(step, field) {
  const kept = field === "value" && step.kind === "seed" ? "gradient" : field;
  return Reflect.get(step, kept) ?? null;
}

/** An edge without the step that carries its product, which columns write with more fields.
 * @param {import("../../static/js/types.js").EdgeView | undefined} view */
function bare(view) {
  return { ...view, product: null };
}
