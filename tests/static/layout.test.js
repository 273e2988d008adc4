import assert from "node:assert/strict";
import { test } from "node:test";
import { cubics, pathOf, pointOn } from "../../static/js/model/drawing/curve.js";
import { layers } from "../../static/js/model/drawing/layers.js";
import { layoutInput, sizeOf } from "../../static/js/model/drawing/layout-input.js";
import { makingRoom, pillsFor } from "../../static/js/model/drawing/pills.js";
import { placing } from "../../static/js/model/drawing/placing.js";
import { neighbour } from "../../static/js/model/drawing/walk.js";
import { graph } from "./seed.js";

const placed = placing(graph, layers(graph, "right"), "right");

/** The ports of the third node. @type {(drawn: typeof graph, direction: "right" | "down") => any[]} */
const portsOf = (drawn, direction) => layoutInput(drawn, direction).children?.[2].ports ?? [];

test("every operand has a port of its own, in the order it was typed", () => {
  const edges = [0, 1].map((port) => ({ id: port, source: 0, target: 2, port }));
  const ports = portsOf({ ...graph, edges }, "right").filter(({ id }) => id[0] === "i");
  assert.deepEqual(
    ports.map(({ id }) => id),
    ["i2.0", "i2.1"],
  );
  assert.ok(ports[0].y < ports[1].y);
});

test("a card grows with its name, and knows no value, so that a value never moves it", () => {
  const node = graph.nodes[2];
  assert.ok(sizeOf({ ...node, name: "a much longer name" }).width > sizeOf(node).width);
});

test("the flow runs right, or down, port by port", () => {
  const sides = (/** @type {"right" | "down"} */ direction) =>
    portsOf(graph, direction).map((port) => port.layoutOptions["elk.port.side"]);
  assert.deepEqual(sides("right"), ["WEST", "WEST", "EAST"]);
  assert.deepEqual(sides("down"), ["NORTH", "NORTH", "SOUTH"]);
});

test("in plain layers the edges of one card leave it as one", () => {
  const [first, second] = [placed.routes[1][0], placed.routes[2][0]];
  assert.deepEqual(first, second);
});

test("plain layers put every node right of what it is made of, and no two on one place", () => {
  for (const { source, target } of graph.edges) {
    assert.ok(placed.nodes[source].x < placed.nodes[target].x);
  }
  const places = placed.nodes.map(({ x, y }) => `${x} ${y}`);
  assert.equal(new Set(places).size, graph.nodes.length);
});

test("the bounds hold every card", () => {
  const { x, y, width, height } = placed.bounds;
  for (const box of placed.nodes) {
    assert.ok(box.x >= x && box.y >= y);
    assert.ok(box.x + box.width <= x + width && box.y + box.height <= y + height);
  }
});

test("a curve leaves and arrives along the flow", () => {
  const [[start, one, two, end]] = cubics(
    [
      { x: 0, y: 0 },
      { x: 10, y: 20 },
    ],
    "right",
  );
  assert.deepEqual([one.y, two.y], [start.y, end.y]);
  assert.equal(
    pathOf(
      [
        { x: 0, y: 0 },
        { x: 10, y: 20 },
      ],
      "right",
    ),
    "M0 0C5 0 5 20 10 20",
  );
});

test("half-way along a curve is half-way, the ends are the ends", () => {
  const route = [
    { x: 0, y: 0 },
    { x: 10, y: 20 },
  ];
  assert.deepEqual(
    [0, 0.5, 1].map((part) => pointOn(route, "right", part)),
    [
      { x: 0, y: 0 },
      { x: 5, y: 10 },
      { x: 10, y: 20 },
    ],
  );
});

test("two parallel edges keep their pills apart", () => {
  const routes = [0, 14].map((y) => [
    { x: 0, y },
    { x: 300, y },
  ]);
  const [one, two] = pillsFor(routes, [], "right");
  assert.ok(Math.abs(one.x - two.x) >= 58 || Math.abs(one.y - two.y) >= 26);
});

test("a label stands where no other edge runs behind it", () => {
  const level = (/** @type {number} */ y) => [
    { x: 0, y },
    { x: 400, y },
  ];
  const across = [
    { x: 190, y: -90 },
    { x: 210, y: 90 },
  ];
  const [alone] = pillsFor([level(0)], [], "right");
  assert.equal(alone.x, 200);
  const [moved] = pillsFor([level(0), across], [], "right");
  assert.ok(Math.abs(moved.x - 200) >= 25);
  assert.equal(moved.y, 0);
});

test("edges that share a trunk have their pills on their branches", () => {
  const routes = [100, 200, 300].map((y) =>
    [
      [0, 0],
      [0, 40],
      [500, 40],
      [500, y],
      [50, y],
      [50, y + 30],
    ].map(([x = 0, y = 0]) => ({ x, y })),
  );
  for (const [i, { x, y }] of pillsFor(routes, [], "down").entries()) {
    assert.equal(y, [100, 200, 300][i]);
    assert.ok(x > 50 && x < 500);
  }
});

test("a label that has grown moves along its edge off what it would cover", () => {
  const route = [
    { x: 0, y: 0 },
    { x: 400, y: 0 },
  ];
  const at = { x: 200, y: 0 };
  const beside = { x: 240, y: -13, width: 40, height: 26 };
  assert.equal(makingRoom(at, route, "right", 58, [beside]), at);
  const moved = makingRoom(at, route, "right", 130, [beside]);
  assert.ok(moved.x + 65 <= beside.x);
  assert.equal(moved.y, 0);
});

test("arrow keys walk along the edges and among siblings", () => {
  const walk = (/** @type {number} */ id, /** @type {string} */ key) =>
    neighbour(graph, placed, id, key);
  assert.equal(walk(2, "ArrowRight"), 5);
  assert.equal(walk(5, "ArrowRight"), null);
  assert.ok([2, 4].includes(walk(5, "ArrowLeft") ?? Number.NaN));
  assert.equal(walk(0, "ArrowDown"), 1);
  assert.equal(walk(0, "ArrowUp"), null);
  assert.equal(walk(0, "x"), null);
});

test("cards that were there keep their order, and a new one finds its place", () => {
  const places = new Map([["c", { x: 10, y: -20 }]]);
  const input = layoutInput(graph, "right", [], places);
  const options = input.children?.map(({ layoutOptions }) => layoutOptions?.["elk.position"]);
  assert.deepEqual(options, [undefined, undefined, "(10, -20)", undefined, undefined, undefined]);
  const key = "elk.layered.crossingMinimization.semiInteractive";
  assert.equal(input.layoutOptions?.[key], "true");
  assert.equal(layoutInput(graph, "right").layoutOptions?.[key], undefined);
});
