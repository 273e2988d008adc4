import assert from "node:assert/strict";
import { test } from "node:test";
import { documentOf } from "../../static/js/model/document/document.js";
import { readingOf, tracingOf } from "../../static/js/model/document/question.js";
import { graph } from "./seed.js";

/** @type {import("../../static/js/types.js").Input[]} */
const inputs = ["a", "b"].map((name, node) => ({ name, shape: [], default: null, node }));

test("a program is read without its numbers, so that a drag reads nothing again", () => {
  const one = readingOf(documentOf("a + W", { a: 1, W: [1, 2] }));
  const other = readingOf(documentOf("a + W", { a: 5, W: [1, 2] }));
  assert.deepEqual(one, other);
  const values = { W: [1, 2] };
  assert.deepEqual(one, { source: "a + W", values, tolerant: true, formulas: true });
});

test("a trace is asked for with the values that the program has a place for", () => {
  const asked = tracingOf(documentOf("a + b", { a: 2, gone: 3 }), {
    graph,
    inputs,
  });
  const modes = ["forward", "reverse"];
  assert.deepEqual(asked, { source: "a + b", values: { a: 2 }, modes, fold: true });
});

test("the structure of a large graph is asked for once", () => {
  const [node] = graph.nodes;
  const nodes = Array.from({ length: 100 }, (_, id) => ({ ...node, id }));
  const large = { graph: { ...graph, nodes: /** @type {any[]} */ (nodes) }, inputs };
  const asked = (/** @type {boolean} */ known) =>
    tracingOf(documentOf("a + b"), /** @type {any} */ (large), known);
  assert.deepEqual([asked(false).form, asked(false).structure], ["columns", undefined]);
  assert.deepEqual([asked(true).form, asked(true).structure], ["columns", false]);
});

test("a tensor output is shown forwards only", () => {
  const nodes = graph.nodes.map((node) => ({ ...node, shape: [2] }));
  const reading = { graph: { ...graph, nodes }, inputs };
  assert.deepEqual(tracingOf(documentOf("W @ x"), reading).modes, ["forward"]);
});

test("an output and inputs chosen in the link are asked for", () => {
  const chosen = { ...documentOf("a + b"), output: "c", wrt: ["a"] };
  const { output, wrt } = tracingOf(chosen, { graph, inputs });
  assert.deepEqual([output, wrt], ["c", ["a"]]);
  assert.deepEqual(readingOf(chosen), readingOf(documentOf("a + b"))); // reads alike
});
