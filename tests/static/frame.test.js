import assert from "node:assert/strict";
import { test } from "node:test";
import { frameOf } from "../../static/js/model/steps/frame.js";
import { historyOf } from "../../static/js/model/steps/history.js";
import { trace } from "./seed.js";

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
