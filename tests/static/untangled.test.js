import assert from "node:assert/strict";
import { test } from "node:test";
import { again } from "../../static/js/model/drawing/again.js";
import { crossings } from "../../static/js/model/drawing/crossings.js";
import { fanned } from "../../static/js/model/drawing/fan.js";
import { turned, withoutAsked } from "../../static/js/model/drawing/in-order.js";
import { climbed, passing, ranksOf } from "../../static/js/model/drawing/ladder.js";
import { later } from "../../static/js/model/drawing/later.js";
import { layoutInput } from "../../static/js/model/drawing/layout-input.js";
import { placing } from "../../static/js/model/drawing/placing.js";
import { rearranged } from "../../static/js/model/drawing/strands.js";
import { untangled } from "../../static/js/model/drawing/untangled.js";
import { elk } from "./elk.js";
import { graph as seed } from "./seed.js";

/** @import { Direction, Graph, Placed } from "../../static/js/types.js" */

const by = { engine: elk, find: untangled };

/** Cards with their operands: an empty list is an input.
 * @param {number[][]} operands @param {number[]} [commuting] @returns {Graph} */
const graphOf = (operands, commuting = []) => ({
  output: operands.length - 1,
  nodes: operands.map((_, id) => ({
    ...seed.nodes[0],
    id,
    name: `n${id}`,
    commutes: commuting.includes(id),
  })),
  edges: operands
    .flatMap((sources, target) => sources.map((source, port) => ({ source, target, port })))
    .map((edge, id) => ({ ...edge, id })),
});

/** @param {Graph} graph @param {Direction} [way] @returns {Promise<Placed>} */
const laidOut = async (graph, way = "right") => {
  const laid = /** @type {any} */ (await elk.layout(layoutInput(graph, way)));
  return placing(graph, await again(graph, laid, way, by), way);
};

/** How often the lines from card to port cross, in the columns as they came out.
 * @param {Graph} graph @param {Placed} placed */
const crossed = (graph, { routes, nodes }) => {
  const pairs = graph.edges.flatMap((a, i) => graph.edges.slice(i + 1).map((b) => [a.id, b.id]));
  const middles = [...new Set(nodes.flatMap(({ x, width }) => [x + 1, x + width - 1]))];
  return pairs.filter(([a, b]) => {
    const ends = [routes[a][0].x, routes[b][0].x, routes[a].at(-1)?.x, routes[b].at(-1)?.x];
    const [from, to] = [Math.max(ends[0] ?? 0, ends[1] ?? 0), Math.min(ends[2] ?? 0, ends[3] ?? 0)];
    const apart = [from, ...middles.filter((at) => at > from && at < to), to].map(
      (at) => passing(routes[a], at, "right") - passing(routes[b], at, "right"),
    );
    return from < to && apart.some((d) => d > 1) && apart.some((d) => d < -1);
  }).length;
};

// out = (a ? b) of (b ? a): the two operands of each come from the same two, in opposite orders
const OPPOSITE = [[], [], [0, 1], [1, 0], [2, 3]];

test("edges into one card cross where its operands come in the other order, unless they may be turned", () => {
  const columns = [0, 0, 1, 1, 2];
  const places = (/** @type {Graph} */ graph) => crossings(climbed(graph, columns, 3));
  assert.equal(places(graphOf(OPPOSITE)), 2);
  assert.equal(places(graphOf(OPPOSITE, [3])), 1);
});

test("operands are turned where that takes a crossing away, and only where they may be", async () => {
  const free = graphOf(OPPOSITE, [3]);
  const fixed = graphOf(OPPOSITE);
  assert.equal(crossed(free, await laidOut(free)), 1);
  assert.equal(crossed(fixed, await laidOut(fixed)), 2);
  const { routes, nodes } = await laidOut(free);
  const [first, second] = free.edges
    .filter(({ target }) => target === 3)
    .map(({ id }) => routes[id]);
  assert.equal(nodes[0].y < nodes[1].y, (second.at(-1)?.y ?? 0) < (first.at(-1)?.y ?? 0));
});

test("a drawing without a crossing stays as it is, operand by operand as it was typed", async () => {
  const commuting = { ...seed, nodes: seed.nodes.map((node) => ({ ...node, commutes: true })) };
  const laid = /** @type {any} */ (await elk.layout(layoutInput(commuting, "right")));
  assert.equal(await again(commuting, laid, "right", by), laid);
  const { nodes } = placing(commuting, laid, "right");
  assert.ok(nodes[0].y < nodes[1].y);
});

test("where no edge minds, a column keeps the order it had", () => {
  const { columns } = climbed(graphOf([[], [], [], [0, 1], [2]], [3]), [0, 0, 0, 1, 1], 2);
  assert.deepEqual(
    untangled(climbed(graphOf([[], [], [], [0, 1], [2]], [3]), [0, 0, 0, 1, 1], 2)),
    columns,
  );
});

test("parts that hang together only further on change places as a whole, towards where they stood", () => {
  // two inputs, each in two products; the products of both meet in two sums
  const net = graphOf([[], [], [0], [1], [0], [1], [2, 3], [4, 5]], [6, 7]);
  const typed = climbed(net, [0, 0, 1, 1, 1, 1, 2, 2], 3);
  const mirrored = {
    ...typed,
    columns: [
      [1, 0],
      [3, 5, 2, 4],
      [6, 7],
    ],
  };
  const found = rearranged(mirrored, ranksOf(typed));
  assert.deepEqual(found[2], [
    [0, 1],
    [2, 4, 3, 5],
    [6, 7],
  ]);
  assert.equal(crossings({ ...typed, columns: found[2] ?? [] }), crossings(mirrored));
});

/** Of many columns, every card made of two before it. @param {boolean} free */
const woven = (free) => {
  const operands = Array.from({ length: 60 }, (_, i) =>
    i < 6 ? [] : [((i * 79) % 97) % i, ((i * i * 3 + 7) % 101) % i],
  );
  return graphOf(operands, free ? operands.map((_, i) => i) : []);
};

test("the order that is found has far fewer crossings, and is the same each time", () => {
  const graph = woven(true);
  /** @type {number[]} */
  const depth = [];
  for (const { id } of graph.nodes) {
    const own = graph.edges.filter(({ target }) => target === id);
    depth[id] = Math.max(-1, ...own.map(({ source }) => depth[source])) + 1;
  }
  const ladder = climbed(graph, depth, Math.max(...depth) + 1);
  const columns = untangled(ladder);
  assert.ok(crossings({ ...ladder, columns }) * 2 < crossings(ladder));
  assert.deepEqual(untangled(ladder), columns);
  assert.deepEqual(
    columns.map((places) => places.toSorted()),
    ladder.columns.map((places) => places.toSorted()),
  );
});

test("the drawing has the order that was found, to the right and down", async () => {
  const graph = woven(true);
  for (const way of /** @type {const} */ (["right", "down"])) {
    const first = /** @type {any} */ (await elk.layout(layoutInput(graph, way)));
    const before = placing(graph, first, way);
    const after = placing(graph, await again(graph, first, way, by), way);
    const [size, at] =
      way === "right"
        ? /** @type {const} */ (["height", "y"])
        : /** @type {const} */ (["width", "x"]);
    assert.notDeepEqual(after.nodes, before.nodes);
    assert.ok(after.nodes.every((box) => box[size] > 0 && Number.isFinite(box[at])));
    if (way === "right") assert.ok(crossed(graph, after) < crossed(graph, before));
  }
});

test("a card stands as late as it can be where that makes no edge longer in all", () => {
  // n4 = n0 of n1 is read late, by n5; n2 reads n0 at once, and n3 reads n2
  const graph = graphOf([[], [], [0], [2], [0, 1], [3, 4]]);
  assert.deepEqual(later(graph, [0, 0, 1, 2, 1, 3]), [0, 1, 1, 2, 2, 3]);
  // here two cards that others read too would be left further behind
  const held = graphOf([[], [], [0, 1], [0, 1], [3], [2, 4]]);
  assert.deepEqual(later(held, [0, 0, 1, 1, 2, 3]), [0, 0, 1, 1, 2, 3]);
});

test("turned operands have the ports in which their edges arrive", () => {
  const graph = graphOf([[], [], [1, 0]], [2]);
  const ports = turned(graph, climbed(graph, [0, 0, 1], 2)).edges.map(({ source, port }) => [
    source,
    port,
  ]);
  assert.deepEqual(ports, [
    [1, 1],
    [0, 0],
  ]);
});

test("a bend that the engine was given and left alone is none", () => {
  const [start, bend, end] = [0, 1, 2].map((x) => ({ x, y: 0 }));
  const section = { id: "s0", startPoint: start, bendPoints: [bend], endPoint: end };
  const asked = {
    id: "graph",
    edges: [{ id: "e0", sources: [], targets: [], sections: [section] }],
  };
  assert.deepEqual(
    withoutAsked({ edges: [{ sections: [section] }] }, asked).edges?.[0].sections?.[0].bendPoints,
    [],
  );
  const other = { edges: [{ sections: [{ ...section, bendPoints: [{ x: 1, y: 5 }] }] }] };
  assert.deepEqual(withoutAsked(other, asked), other);
});

test("edges of one card fan out in the order in which they part, and do not meet again beside a wider card", () => {
  const graph = graphOf([[], [0], [0]]);
  const card = { x: 0, y: 0, width: 100, height: 68 };
  const bent = (/** @type {number} */ y) => [
    ...[0, 40].map((x) => ({ x: 100 + x, y: 34 })),
    { x: 250, y },
    { x: 300, y },
  ];
  const [down, up] = fanned(graph, [card], [bent(90), bent(-20)], "right");
  assert.ok(up[0].y < down[0].y && up[1].y < down[1].y);
  assert.equal(up[0].y, up[1].y);
  assert.deepEqual(down.slice(2), bent(90).slice(2));
});

test("the engine turns operands itself where cards stood before, and nowhere else", () => {
  const graph = graphOf([[], [], [0, 1]], [2]);
  const ports = (/** @type {Map<string, { x: number, y: number }>} */ places) =>
    layoutInput(graph, "right", [], places).children?.map(
      ({ layoutOptions }) => layoutOptions?.["elk.portConstraints"],
    );
  assert.deepEqual(ports(new Map()), ["FIXED_POS", "FIXED_POS", "FIXED_POS"]);
  assert.deepEqual(ports(new Map([["n0", { x: 0, y: 0 }]])), [
    "FIXED_POS",
    "FIXED_POS",
    "FIXED_SIDE",
  ]);
});
