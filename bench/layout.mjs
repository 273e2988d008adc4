// What `python -m bench.layout` asks of the page: where its own layout puts each graph, flat, left to
// right. One JSON line for each graph that comes in; routes are given as cubic curves.
import { createInterface } from "node:readline";
import ELK from "../static/node_modules/elkjs/lib/elk.bundled.js";
import { again } from "../static/js/model/drawing/again.js";
import { cubics } from "../static/js/model/drawing/curve.js";
import { layoutInput, sizeOf } from "../static/js/model/drawing/layout-input.js";
import { placing } from "../static/js/model/drawing/placing.js";
import { untangled } from "../static/js/model/drawing/untangled.js";

const elk = new ELK();
const by = { engine: elk, find: untangled };
for await (const line of createInterface({ input: process.stdin })) {
  const graph = JSON.parse(line);
  const input = layoutInput(graph, "right");
  const laid = await again(graph, await elk.layout(structuredClone(input)), "right", by);
  const { nodes, routes } = placing(graph, laid, "right");
  const space = input.layoutOptions;
  const answer = {
    sizes: graph.nodes.map(sizeOf),
    between: {
      columns: Number(space["elk.layered.spacing.nodeNodeBetweenLayers"]),
      cards: Number(space["elk.spacing.nodeNode"]),
    },
    boxes: nodes.map(({ x, y, width, height }) => [x, y, width, height]),
    curves: routes.map((route) => cubics(route, "right").map((c) => c.map(({ x, y }) => [x, y]))),
  };
  process.stdout.write(`${JSON.stringify(answer)}\n`);
}
