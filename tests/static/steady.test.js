import assert from "node:assert/strict";
import { test } from "node:test";
import { restored, steadied } from "../../static/js/model/steps/steady.js";
import { trace } from "./seed.js";

/** The same answer once more. @param {(copy: any) => void} [change] */
const again = (change) => {
  const copy = structuredClone(trace);
  change?.(copy);
  return steadied(copy, trace).graph;
};

test("an answer that says the same has the very nodes and edges of the one before", () => {
  const { nodes, edges } = again((copy) => {
    copy.values[0] = 7;
  });
  assert.equal(nodes, trace.graph.nodes);
  assert.equal(edges, trace.graph.edges);
});

test("whatever else a node or an edge says makes them other ones", () => {
  /** @type {((copy: any) => void)[]} */
  const changes = [
    ({ graph }) => graph.nodes.pop(),
    ({ graph }) => graph.nodes[0].shape.push(2),
    ({ graph }) => {
      graph.nodes[0].shape = null;
    },
    ({ graph }) => {
      graph.nodes[0].name = "z";
    },
    ({ graph }) => {
      graph.nodes[0].more = 1;
    },
    ({ graph }) => {
      delete graph.nodes[0].name;
    },
  ];
  for (const change of changes) {
    assert.notEqual(again(change).nodes, trace.graph.nodes, String(change));
    assert.equal(again(change).edges, trace.graph.edges);
  }
  assert.notEqual(
    again(({ graph }) => {
      graph.edges[0].port = 1;
    }).edges,
    trace.graph.edges,
  );
});

test("numbers that come without their structure are put into the one that is there", () => {
  /** @type {import("../../static/js/types.js").Group} */
  const group = {
    ...{ id: 3, kind: "call", label: "f", parent: null, output: 5, outputs: [5] },
    ...{ nodes: [2, 5], inputs: [0, 1], derivatives: [[1, 2]] },
  };
  const before = { ...trace, graph: { ...trace.graph, groups: [group] } };
  const groups = [{ id: 3, derivatives: [[7, 8]] }];
  const { values, gradients, local } = trace;
  const column = (/** @type {string} */ name) =>
    trace.steps.map((step) => Reflect.get(step, name) ?? null);
  const steps = { contribution: column("contribution"), total: column("total") };
  const now = restored({ graph: { groups }, values, gradients, local, steps }, before);
  assert.equal(now.graph.nodes, before.graph.nodes);
  assert.equal(now.graph.edges, before.graph.edges);
  assert.deepEqual(now.graph.groups, [{ ...group, derivatives: [[7, 8]] }]);
  assert.deepEqual(
    trace.steps.map((_, at) => now.steps.at(at)),
    trace.steps.map(({ words: _, ...step }) => step),
  );
});
