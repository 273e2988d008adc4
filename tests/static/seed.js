// The seed example as the server traces it: c = a + b, d = b + 1, e = c * d at a = 2, b = 1.

/** @import { Graph, GraphNode, Step, Trace } from "../../static/js/types.js" */

/** @type {(id: number, kind: GraphNode["kind"], op: string | null, name: string, glyph: string,
 *   line: number, start: number, end: number) => GraphNode} */
const node = (id, kind, op, name, glyph, line, start, end) => ({
  id,
  kind,
  op,
  name,
  glyph,
  shape: [],
  span: { line, start, end },
});

/** @type {Graph} */
export const graph = {
  output: 5,
  nodes: [
    node(0, "input", null, "a", "", 1, 4, 5),
    node(1, "input", null, "b", "", 1, 8, 9),
    node(2, "op", "add", "c", "+", 1, 4, 9),
    node(3, "constant", null, "1", "", 2, 8, 9),
    node(4, "op", "add", "d", "+", 2, 4, 9),
    node(5, "op", "mul", "e", "×", 3, 4, 9),
  ],
  edges: [
    { id: 0, source: 0, target: 2, port: 0 },
    { id: 1, source: 1, target: 2, port: 1 },
    { id: 2, source: 1, target: 4, port: 0 },
    { id: 3, source: 3, target: 4, port: 1 },
    { id: 4, source: 2, target: 5, port: 0 },
    { id: 5, source: 4, target: 5, port: 1 },
  ],
};

/** @type {(index: number, kind: "input" | "compute", id: number, value: number) => Step} */
const forward = (index, kind, id, value) => ({
  index,
  phase: "forward",
  kind,
  node: id,
  value,
  words: `step ${index}`,
});

/** @type {(index: number, edge: number, id: number, upstream: number, local: number, total: number,
 *   complete?: boolean) => Step} */
const pull = (index, edge, id, upstream, local, total, complete = true) => ({
  index,
  phase: "reverse",
  kind: "pull",
  edge,
  node: id,
  upstream,
  local,
  contribution: upstream * local,
  total,
  complete,
  words: `step ${index}`,
});

/** @type {Trace & { steps: Step[] }} */
export const trace = {
  graph,
  values: [2, 1, 3, 1, 2, 6],
  local: [1, 1, 1, null, 2, 3],
  gradients: [2, 5, 2, null, 3, 1],
  steps: [
    forward(1, "input", 0, 2),
    forward(2, "input", 1, 1),
    forward(3, "compute", 2, 3),
    forward(4, "compute", 4, 2),
    forward(5, "compute", 5, 6),
    { index: 6, phase: "reverse", kind: "seed", node: 5, gradient: 1, words: "step 6" },
    pull(7, 4, 2, 1, 2, 2),
    pull(8, 5, 4, 1, 3, 3),
    pull(9, 2, 1, 3, 1, 3, false),
    pull(10, 0, 0, 2, 1, 2),
    pull(11, 1, 1, 2, 1, 5),
  ],
};
