import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { partial, productsOf, termsOf } from "../../static/js/model/steps/chain.js";
import { labelOf, roleOf } from "../../static/js/model/text/describe.js";
import { frameOf } from "../../static/js/model/steps/frame.js";
import { historyOf } from "../../static/js/model/steps/history.js";
import { resultsOf } from "../../static/js/model/text/results.js";
import { subjectOf } from "../../static/js/model/steps/subject.js";
import { wordsOf } from "../../static/js/model/text/words.js";
import { graph, trace } from "./seed.js";

const history = historyOf(trace);
const english = new URL("../../static/words/en.json", import.meta.url);
const words = wordsOf(JSON.parse(readFileSync(english, "utf8")), "en");

test("the chain rule at b is one product per use, in the order they arrive", () => {
  const terms = termsOf(history, frameOf(history, 9), productsOf(history, 1));
  assert.deepEqual(
    terms.map(({ user, upstream, local, contribution, arrived, next }) => [
      user.name,
      upstream,
      local,
      contribution,
      arrived,
      next,
    ]),
    [
      ["d", 3, 1, 3, true, false],
      ["c", null, 1, null, false, true],
    ],
  );
});

test("of what is used often, only the products that are shown are looked at", () => {
  /** @type {number[]} */
  const read = [];
  const steps = {
    length: trace.steps.length,
    at(/** @type {number} */ place) {
      read.push(place);
      return trace.steps.at(place);
    },
  };
  const watched = { ...history, trace: { ...trace, steps } };
  const places = productsOf(watched, 1);
  assert.equal(places.length, 2);
  assert.deepEqual(read, [], "they are counted without being read");
  termsOf(watched, frameOf(history, 9), places.slice(0, 1));
  assert.deepEqual(read, places.slice(0, 1));
});

test("the products add up to the gradient", () => {
  const last = frameOf(history, history.last);
  for (const node of graph.nodes.filter(({ kind }) => kind !== "constant")) {
    const terms = termsOf(history, last, productsOf(history, node.id));
    if (terms.length === 0) continue;
    const sum = terms.reduce((total, term) => total + Number(term.contribution), 0);
    assert.equal(sum, last.node(node.id)?.gradient);
  }
});

test("a name that is an expression wears brackets in a derivative", () => {
  assert.equal(partial("out", "a + b"), "∂out/∂(a + b)");
  assert.equal(partial("e", "θ_1"), "∂e/∂θ_1");
});

test("a node is described for those who cannot see it", () => {
  assert.equal(
    labelOf(graph, frameOf(history, 11), 2, words, "en"),
    "c, add, made of a and b, value 3, gradient 2, goes to e",
  );
  assert.match(labelOf(graph, frameOf(history, 0), 2, words, "en"), /value not yet/);
});

test("the role of a node says where it is used", () => {
  assert.equal(roleOf(graph, graph.nodes[1], words, "en"), "input, used twice: by c and by d");
  assert.equal(roleOf(graph, graph.nodes[5], words, "en"), "mul, the output");
});

test("each line comes to its own node", () => {
  const results = resultsOf(graph, frameOf(history, 11));
  assert.deepEqual(
    [...results].map(([line, { value }]) => [line, value]),
    [
      [1, 3],
      [2, 2],
      [3, 6],
    ],
  );
});

test("the inspector follows the steps until something is chosen", () => {
  const answer = { trace };
  const frame = frameOf(history, 9);
  assert.equal(subjectOf({ answer, selection: null }, frame)?.node.name, "b");
  assert.equal(subjectOf({ answer, selection: null }, frameOf(history, 0))?.node.name, "e");
  assert.equal(subjectOf({ answer, selection: { kind: "edge", id: 4 } }, frame)?.edge?.target, 5);
  assert.equal(subjectOf({ answer: null, selection: null }, frame), null);
});
