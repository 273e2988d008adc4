import assert from "node:assert/strict";
import { test } from "node:test";
import { ended, piecesOf } from "../../static/js/model/steps/sentence.js";
import { graph, trace } from "./seed.js";

/** @type {(words: string, step: number) => string[]} */
const marked = (words, step) =>
  piecesOf(words, graph, trace.steps[step - 1] ?? null)
    .filter(({ kind }) => kind !== "text")
    .map(({ text, kind }) => `${kind} ${text}`);

test("names, derivatives and numbers are told apart", () => {
  assert.deepEqual(marked("d passes its gradient 3 to b, times ∂d/∂b = 1: it adds 3", 9), [
    "name d",
    "gradient 3",
    "name b",
    "derivative ∂d/∂b",
    "local 1",
    "gradient 3",
  ]);
});

test("Chinese sentences are read alike", () => {
  assert.deepEqual(marked("d 把梯度 3 传给 b，乘以 ∂d/∂b = 1：贡献 3。", 9), [
    "name d",
    "gradient 3",
    "name b",
    "derivative ∂d/∂b",
    "local 1",
    "gradient 3",
  ]);
});

test("forward numbers are values", () => {
  assert.deepEqual(marked("c = a + b = 2 + 1 = 3", 3), [
    "name c",
    "name a",
    "name b",
    "value 2",
    "value 1",
    "value 3",
  ]);
});

test("a letter inside a word is no name", () => {
  assert.deepEqual(marked("because of abacus", 9), []);
});

test("the pieces together are the sentence", () => {
  const words = "e passes −1.5e−3 on; ∂(a + b)/∂b = NaN, Infinity.";
  assert.equal(
    piecesOf(words, graph, trace.steps[6] ?? null)
      .map(({ text }) => text)
      .join(""),
    words,
  );
});

test("numbers are written as in the graph, names as they are", () => {
  const said = "c passes its gradient -7.550e-09 to a, times ∂c/∂a = -0.5: it adds 2.0e+07";
  const shown = "c passes its gradient −7.55e−9 to a, times ∂c/∂a = −0.5: it adds 2e7";
  assert.equal(
    piecesOf(said, graph, trace.steps[9] ?? null)
      .map(({ text }) => text)
      .join(""),
    shown,
  );
  const slope = "All gradients: ∂(-2 * x)/∂x = -2, ∂e/∂b = 10";
  assert.deepEqual(
    piecesOf(slope, graph, null)
      .filter(({ kind }) => kind !== "text")
      .map(({ text }) => text),
    ["∂(-2 * x)/∂x", "−2", "∂e/∂b", "10"],
  );
});

test("the node that gets its fourth contribution is a name, and the four is no gradient", () => {
  const said =
    "d passes its gradient 3 to b, times ∂d/∂b = 1: it adds 3. b gets contribution no. 4";
  assert.deepEqual(marked(said, 9).slice(-1), ["name b"]);
});

test("a name that begins with a number is one name", () => {
  const nodes = graph.nodes.map((node) =>
    node.name === "d" ? { ...node, name: "0.5 * m" } : node,
  );
  const pieces = piecesOf(
    "0.5 * m passes its gradient 3",
    { ...graph, nodes },
    trace.steps[8] ?? null,
  );
  assert.deepEqual(pieces[0], { text: "0.5 * m", kind: "name" });
});

test("every sentence ends with a full stop, and with one only", () => {
  assert.equal(ended("it adds 3"), "it adds 3.");
  assert.equal(ended("贡献 3。"), "贡献 3。");
  assert.equal(ended("out of sight, …"), "out of sight, …");
  assert.equal(ended(""), "");
});
