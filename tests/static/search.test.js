import assert from "node:assert/strict";
import { test } from "node:test";
import { drawnOf } from "../../static/js/model/drawing/drawn.js";
import { around, hitsOf, outlineOf } from "../../static/js/model/search.js";
import { trace } from "./seed.js";

/** @type {any} */
const group = { kind: "call", parent: null, inputs: [], outputs: [], derivatives: null };
const outer = { ...group, id: 1, label: "f", nodes: [2, 3, 4], output: 4 };
const inner = { ...group, id: 2, parent: 1, label: "g", nodes: [2, 3], output: 3 };
/** @type {any} */
const answer = {
  trace: { ...trace, graph: { ...trace.graph, groups: [outer, inner] } },
  document: { source: "c = a + b\nd = b + 1\ne = c * d" },
};
const found = (/** @type {string} */ text) =>
  hitsOf(answer, text).map(({ kind, name }) => `${kind} ${name}`);

test("what is called exactly so comes first, in any case", () => {
  assert.equal(found("E")[0], "node e");
  assert.equal(found(" f ")[0], "group f");
});

test("what a node does finds it, and so does its line", () => {
  assert.deepEqual(found("mul"), ["node e"]);
  assert.ok(found("b + 1").includes("line 2"));
  assert.equal(found("3")[0], "line 3");
});

test("a line leads to the node that it binds", () => {
  const { nodes } = answer.trace.graph;
  const [hit] = hitsOf(answer, "d = b + 1");
  assert.equal(nodes[hit?.node ?? -1].name, "d");
});

test("nothing is found for nothing", () => {
  assert.deepEqual(found(""), []);
  assert.deepEqual(found("zzz"), []);
});

test("every group around a node is in its way, and none around a group but those it stands in", () => {
  const ids = (/** @type {any} */ hit) => around([outer, inner], hit).map(({ id }) => id);
  assert.deepEqual(ids({ node: 3, group: null }), [1, 2]);
  assert.deepEqual(ids({ node: 4, group: null }), [1]);
  assert.deepEqual(ids({ node: 3, group: 2 }), [1]);
  assert.deepEqual(ids({ node: 4, group: 1 }), []);
});

test("the outline has what is drawn as groups, open ones with what is in them", () => {
  const { graph } = answer.trace;
  const rows = (/** @type {number[]} */ folded) =>
    outlineOf({ ...answer, drawn: drawnOf(graph, new Set(folded)) }).map(({ hit, depth, open }) => [
      hit.name,
      depth,
      open,
    ]);
  assert.deepEqual(rows([1, 2]), [["f", 0, false]]);
  assert.deepEqual(rows([]), [
    ["f", 0, true],
    ["g", 1, true],
  ]);
});
