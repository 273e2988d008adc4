import assert from "node:assert/strict";
import { test } from "node:test";
import { frameOf } from "../../static/js/model/steps/frame.js";
import { historyOf } from "../../static/js/model/steps/history.js";
import { traceStanding, unreadIn } from "../../static/js/model/steps/standing.js";

/** @param {number} id @param {"input" | "op" | "constant"} kind @param {string} name
 * @returns {import("../../static/js/types.js").GraphNode} */
const node = (id, kind, name) => ({ id, kind, name, op: null, glyph: "", shape: [], span: null });
const nodes = [node(0, "input", "x"), node(1, "constant", "2"), node(2, "constant", "2#2")];
const edges = [{ id: 0, source: 0, target: 4, port: 0 }];

test("where no line stands there is nothing to draw", () => {
  assert.equal(traceStanding({ nodes: [], edges: [], output: null }), null);
});

test("what stands has no number but those that are written", () => {
  const trace = traceStanding({
    nodes: [...nodes, node(3, "constant", "π"), node(4, "op", "y")],
    edges,
    output: null,
  });
  assert.ok(trace);
  assert.equal(trace.graph.output, 4);
  const frame = frameOf(historyOf(trace), 0);
  assert.deepEqual(
    trace.graph.nodes.map(({ id }) => frame.value(id)),
    [null, 2, 2, null, null],
  );
  assert.deepEqual([frame.node(4)?.gradient, frame.edge(0)?.local], [null, null]);
});

test("a name that a faulty line would have bound is no input", () => {
  const unread = unreadIn("y = x * d\n  d = log(\nsum(", [
    { span: { line: 2, start: 9, end: 10 } },
    { span: { line: 3, start: 3, end: 4 } },
    { span: null },
  ]);
  assert.deepEqual([...unread], [["d", 2]]);
  const graph = { nodes: [node(0, "input", "x"), node(1, "input", "d")], edges: [], output: 1 };
  const kinds = traceStanding(graph, unread)?.graph.nodes.map(({ kind }) => kind);
  assert.deepEqual(kinds, ["input", "unread"]);
});
