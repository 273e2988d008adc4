import assert from "node:assert/strict";
import { test } from "node:test";
import { columnsOf } from "../../static/js/model/drawing/columns.js";
import { cubics } from "../../static/js/model/drawing/curve.js";
import { lanesOf } from "../../static/js/model/drawing/lanes.js";
import { layers } from "../../static/js/model/drawing/layers.js";
import { pillsFor } from "../../static/js/model/drawing/pills.js";
import { placing } from "../../static/js/model/drawing/placing.js";
import { graph as seed } from "./seed.js";

/** @import { Direction, Graph, Placed, Point } from "../../static/js/types.js" */

/** Cards with their operands: an empty list is an input.
 * @param {number[][]} operands @param {boolean} [commutes] @returns {Graph} */
const graphOf = (operands, commutes = false) => ({
  output: operands.length - 1,
  nodes: operands.map((_, id) => ({ ...seed.nodes[0], id, name: `n${id}`, commutes })),
  edges: operands
    .flatMap((sources, target) => sources.map((source, port) => ({ source, target, port })))
    .map((edge, id) => ({ ...edge, id })),
});

/** Each made of two before it, near or far. */
const operands = Array.from({ length: 300 }, (_, i) =>
  i < 9 ? [] : [i - 1 - ((i * 79) % 9), ((i * i * 3 + 7) % 101) % i],
);
const woven = graphOf(operands);

/** @param {Graph} graph @param {Direction} way */
const laidOut = (graph, way) => placing(graph, layers(graph, way), way);

const drawn = { right: laidOut(woven, "right"), down: laidOut(woven, "down") };

/** Points along a route, close together. @param {Point[]} route @param {Direction} way */
const along = (route, way) =>
  cubics(route, way).flatMap(([a, b, c, d]) =>
    Array.from({ length: 41 }, (_, k) => {
      const [s, t] = [1 - k / 40, k / 40];
      const at = (/** @type {"x" | "y"} */ x) =>
        s ** 3 * a[x] + 3 * s * s * t * b[x] + 3 * s * t * t * c[x] + t ** 3 * d[x];
      return { x: at("x"), y: at("y") };
    }),
  );

/** Cards that an edge runs under. @param {Graph} graph @param {Placed} placed */
const under = (graph, { nodes, routes, direction }) =>
  graph.edges.flatMap(({ id, source, target }) => {
    const points = along(routes[id], direction);
    return nodes.filter(
      (box, card) =>
        card !== source &&
        card !== target &&
        points.some(
          ({ x, y }) => x > box.x && x < box.x + box.width && y > box.y && y < box.y + box.height,
        ),
    );
  });

test("no edge of plain layers runs under a card, to the right or down", () => {
  for (const way of /** @type {const} */ (["right", "down"]))
    assert.deepEqual(under(woven, drawn[way]), []);
});

test("in a column all edges of one card pass in one lane, and those of others in others", () => {
  const columns = columnsOf(woven);
  const { nodes } = drawn.right;
  const lanes = lanesOf(woven, nodes, columns, "right");
  const most = Math.max(...lanes.map((cards) => cards.size));
  assert.ok(most > 9);
  for (const cards of lanes) assert.equal(new Set(cards.values()).size, cards.size);
});

test("edges of one card run together until they part", () => {
  // n0 is read in the columns 1, 3 and 4
  const graph = graphOf([[], [0], [1], [2, 0], [3, 0]]);
  const { routes } = laidOut(graph, "right");
  const [third, fourth] = [3, 5].map((id) => routes[id]);
  assert.deepEqual(
    third.slice(0, 3),
    fourth.slice(0, 3).map((point, i) => (i < 2 ? point : third[2])),
  );
});

test("an edge over very many columns runs straight, outside of all cards", () => {
  const graph = graphOf(
    Array.from({ length: 60 }, (_, i) => (i === 0 ? [] : i < 59 ? [i - 1] : [i - 1, 0])),
  );
  const { routes, nodes } = laidOut(graph, "right");
  const route = routes[graph.edges.length - 1];
  assert.ok(route.length <= 5);
  const lane = route[1].y;
  assert.ok(nodes.every(({ y, height }) => lane < y || lane > y + height));
});

test("operands that may change places stand as their edges arrive, others as they were typed", () => {
  for (const commutes of [true, false]) {
    const { routes, nodes } = laidOut(graphOf([[], [], [1, 0]], commutes), "right");
    const upper = nodes[0].y < nodes[1].y ? 1 : 0; // the edge that comes from above
    const [end, other] = [routes[upper], routes[1 - upper]].map((route) => route.at(-1)?.y ?? 0);
    assert.equal(end < other, commutes || upper === 0);
  }
});

test("pills stand off all cards, however many there are", () => {
  const { nodes, routes } = drawn.right;
  const short = routes.filter(([start, ...rest]) => (rest.at(-1)?.x ?? 0) - start.x < 400);
  const pills = pillsFor(short, nodes, "right");
  const on = pills.filter(({ x, y }) =>
    nodes.some((box) => x > box.x && x < box.x + box.width && y > box.y && y < box.y + box.height),
  );
  assert.deepEqual(on, []);
});
