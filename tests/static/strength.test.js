import assert from "node:assert/strict";
import { test } from "node:test";
import { strengths } from "../../static/js/model/drawing/strength.js";
import { frameOf } from "../../static/js/model/steps/frame.js";
import { historyOf } from "../../static/js/model/steps/history.js";
import { graph, trace } from "./seed.js";

const history = historyOf(trace);
/** @param {number} step */
const at = (step) => strengths(graph.edges, graph, frameOf(history, step));

test("edges have carried nothing before gradients flow, and all of them at the end", () => {
  assert.equal(at(5).size, 0);
  const strong = at(history.last);
  assert.ok(strong.size >= 4);
  assert.equal(Math.max(...strong.values()), 1);
  for (const each of strong.values()) assert.ok(each > 0.8 && each <= 1, `${each}`);
});

test("six orders of magnitude below the largest is as good as nothing", () => {
  const nodes = [1, 1e-3, 0, -1e-6, "NaN", [1e-9, -0.1]].map((contribution, edge) => ({
    arrived: [{ edge, contribution }],
  }));
  const edges = nodes.map((_, id) => ({ ...graph.edges[0], id, source: id, target: id }));
  const views = { node: (/** @type {number} */ id) => nodes[id], edge: () => undefined };
  const found = strengths(
    /** @type {any} */ (edges),
    /** @type {any} */ ({ edges }),
    /** @type {any} */ (views),
  );
  const rounded = [...found.values()].map((each) => Math.round(each * 100) / 100);
  assert.deepEqual(rounded, [1, 0.5, 0, 0, 0, 0.83]);
});
