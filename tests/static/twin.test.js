import assert from "node:assert/strict";
import { test } from "node:test";
import { frameOf } from "../../static/js/model/steps/frame.js";
import { historyOf } from "../../static/js/model/steps/history.js";
import {
  COLUMNS,
  asLatex,
  asMarkdown,
  asTsv,
  cellsOf,
  ordered,
} from "../../static/js/model/text/twin.js";
import { graph, trace } from "./seed.js";

const frame = frameOf(historyOf(trace), 11);
const words = (/** @type {string} */ key) => key;
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
  assert.deepEqual(cellsOf(graph, start, d, words), ["d", "add", "b, 1", "·", "", "·"]);
  assert.deepEqual(cellsOf(graph, frame, d, words).slice(3), ["2", "∂d/∂b = 1", "3"]);
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
