import assert from "node:assert/strict";
import { test } from "node:test";
import { withNextOutput } from "../../static/js/model/document/output.js";
import { graph, trace } from "./seed.js";

/** @typedef {Parameters<typeof withNextOutput>[0]} State */

const document = { source: "", values: {}, output: null, wrt: null, rest: [] };
/** @type {(output: number, nodes?: typeof graph.nodes) => string | null} */
const after = (output, nodes = graph.nodes) =>
  withNextOutput(
    /** @type {State} */ (
      /** @type {unknown} */ ({
        document,
        answer: { trace: { ...trace, graph: { ...graph, nodes, output } } },
      })
    ),
  ).output;

test("the results of the lines follow each other, and the program's own needs no name", () => {
  assert.equal(after(5), "c");
  assert.equal(after(2), "d");
  assert.equal(after(4), null);
});

test("what is no line's result leads to the first, and without results nothing is wanted", () => {
  assert.equal(after(0), "c");
  assert.equal(after(0, graph.nodes.slice(0, 2)), null);
});
