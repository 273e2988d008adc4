import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { kindOf } from "../../static/js/model/text/describe.js";
import { wordsOf } from "../../static/js/model/text/words.js";
import { frameOf } from "../../static/js/model/steps/frame.js";
import { historyOf } from "../../static/js/model/steps/history.js";
import {
  COLUMNS,
  cellsOf,
  knownOf,
  matching,
  numberIn,
  ordered,
  sharesOf,
} from "../../static/js/model/text/twin.js";
import { asLatex, asMarkdown, asTsv } from "../../static/js/model/text/written.js";
import { checkKey, symbolicKey } from "../../static/js/model/steps/subject.js";
import { graph, trace } from "./seed.js";

const frame = frameOf(historyOf(trace), 11);
const words = (/** @type {string} */ key, /** @type {Record<string, unknown>} */ fields = {}) =>
  String(fields.op ?? key);
const names = (/** @type {import("../../static/js/model/text/twin.js").Order | null} */ order) =>
  ordered(graph, frame, words, order).map(({ name }) => name);
const at = (/** @type {(typeof COLUMNS)[number]} */ column) => COLUMNS.indexOf(column);

test("rows stand in the order of the graph until another one is asked for", () => {
  assert.deepEqual(names(null), ["a", "b", "c", "1", "d", "e"]);
});

test("by a number the largest comes first, and what has none comes last both ways", () => {
  assert.deepEqual(names({ by: at("gradient"), back: false }), ["b", "d", "a", "c", "e", "1"]);
  assert.deepEqual(names({ by: at("gradient"), back: true }), ["e", "c", "a", "d", "b", "1"]);
  assert.deepEqual(names({ by: at("value"), back: false }), ["e", "c", "a", "d", "b", "1"]);
});

test("by a text the alphabet decides", () => {
  assert.deepEqual(names({ by: at("name"), back: false }), ["1", "a", "b", "c", "d", "e"]);
  assert.deepEqual(names({ by: at("name"), back: true }), ["e", "d", "c", "b", "a", "1"]);
});

test("what a node lacks is marked, and never a zero", () => {
  const start = frameOf(historyOf(trace), 0);
  const [, , , , d] = graph.nodes;
  assert.ok(d);
  const empty = ["", "", "", ""];
  assert.deepEqual(cellsOf(graph, start, d, words), ["d", "add", "b, 1", "·", "", "·", ...empty]);
  assert.deepEqual(cellsOf(graph, frame, d, words).slice(3), ["2", "∂d/∂b = 1", "3", ...empty]);
});

test("in Chinese an operation has its sign beside what is typed, once where they are the same", () => {
  const chinese = wordsOf(
    JSON.parse(readFileSync(new URL("../../static/words/zh.json", import.meta.url), "utf8")),
    "zh",
  );
  const [a, , c] = graph.nodes;
  assert.ok(a && c);
  const said = [a, c, { ...c, op: "tanh", glyph: "tanh" }].map((node) => kindOf(node, chinese));
  assert.deepEqual(said, ["输入", "+ add", "tanh"]);
  assert.deepEqual(
    ["+", "ADD"].map((text) => matching(graph, graph.nodes, chinese, text).length),
    [2, 2],
  );
});

const proof = { reverse: 5, forward: 5, difference: 5.0001, symbolic: 5, agree: true };
const formula = { text: "a + 2b + 1", latex: "", mathml: "" };
const asked = /** @type {import("../../static/js/types.js").State} */ (
  /** @type {unknown} */ ({ answer: { document: {} }, language: "en", form: "simplified" })
);
const state = {
  ...asked,
  symbolic: {
    key: symbolicKey(asked),
    message: "",
    answer: { output: formula, derivatives: { b: formula } },
  },
  check: {
    key: checkKey(asked),
    message: "",
    answer: { agree: true, inputs: { b: { ...proof, relative_error: 1e-5 } } },
  },
};

test("of an input there is also what has been asked for, and of no other question", () => {
  const [, b, c] = graph.nodes;
  assert.ok(b && c);
  const more = (/** @type {typeof b} */ node, /** @type {typeof state} */ now) =>
    cellsOf(graph, frame, node, words, knownOf(now)).slice(6);
  assert.deepEqual(more(b, state), ["a + 2b + 1", "5", "5", "1e−5"]);
  assert.equal(numberIn("difference", frame, b, knownOf(state)), 5.0001);
  assert.deepEqual(more(c, state), ["", "", "", ""]);
  assert.deepEqual(more(b, { ...state, language: "zh" }), ["", "", "", ""]);
  const by = { by: at("difference"), back: false };
  const [first] = ordered(graph, frame, words, by, graph.nodes, knownOf(state));
  assert.equal(first, b);
});

test("a text finds the rows in which all of its words stand", () => {
  const found = (/** @type {string} */ text) =>
    matching(graph, graph.nodes, words, text).map(({ name }) => name);
  assert.deepEqual(found("  "), ["a", "b", "c", "1", "d", "e"]);
  assert.deepEqual(found("ADD"), ["c", "d"]);
  assert.deepEqual(found("add 1"), ["d"]);
  assert.deepEqual(found("kind.input"), ["a", "b"]);
  assert.deepEqual(found("tanh"), []);
});

test("gradients are measured against the largest", () => {
  const share = sharesOf(graph, frame);
  assert.deepEqual(graph.nodes.map(share), [0.4, 1, 0.4, 0, 0.6, 0.2]);
});

test("a table goes to a spreadsheet, to Markdown and to LaTeX", () => {
  const rows = [
    ["name", "slope"],
    ["w_1", "∂y/∂w_1 = −2"],
    ["a | b", "1e−7"],
  ];
  assert.equal(asTsv(rows), "name\tslope\nw_1\t∂y/∂w_1 = -2\na | b\t1e-7");
  assert.equal(
    asMarkdown(rows),
    "| name | slope |\n| --- | --- |\n| w_1 | ∂y/∂w_1 = −2 |\n| a \\| b | 1e−7 |",
  );
  assert.equal(
    asLatex(rows),
    [
      "\\begin{tabular}{ll}",
      "name & slope \\\\",
      "\\hline",
      "w\\_1 & $\\partial$y/$\\partial$w\\_1 = $-$2 \\\\",
      "a | b & 1e$-$7 \\\\",
      "\\end{tabular}",
    ].join("\n"),
  );
});
