import assert from "node:assert/strict";
import { test } from "node:test";
import { countsOf, leavesOnesOut } from "../../static/js/model/steps/counter.js";
import { errorsOf } from "../../static/js/model/numbers/errors.js";
import { joinedAfter, passedOver } from "../../static/js/model/drawing/folding.js";
import {
  additionOf,
  isConfirmed,
  productOf,
  shareOf,
  wayOf,
} from "../../static/js/model/listing.js";
import { between, routeOf } from "../../static/js/model/document/route.js";
import { showWhole } from "../../static/js/model/numbers/wholes.js";
import { nodesBetween } from "../../static/js/model/drawing/wiring.js";
import { graph } from "./seed.js";

/** @import { Fold, PathItem, PathsAnswer, Placed, State } from "../../static/js/types.js" */

/** @type {PathItem[]} */
const items = [
  { nodes: [1, 4, 5], edges: [2, 5], factors: [1, 3], product: 3, running: 3 },
  { nodes: [1, 2, 5], edges: [1, 4], factors: [1, 2], product: 2, running: 5 },
];
const one = { multiplications: 0, additions: 1 };
const two = { multiplications: 2, additions: 1 };

/** @type {(kind: Fold["kind"], through: number | null, edges: number[], paths: string) => Fold} */
const fold = (kind, through, edges, paths) => ({
  kind,
  source: 1,
  target: 5,
  through,
  edges,
  slopes: "d",
  value: 2,
  paths,
  work: two,
  without_ones: one,
});
const folds = [
  fold("series", 2, [1, 4], "2"),
  fold("series", 4, [2, 5], "2"),
  fold("parallel", null, [1, 2, 4, 5], "1"),
];

/** @type {Placed} */
const placed = {
  direction: "right",
  nodes: graph.nodes.map((_, i) => ({
    x: i * 100,
    y: i % 2 === 0 ? 0 : 100,
    width: 40,
    height: 20,
  })),
  routes: [],
  pills: [],
  bounds: { x: 0, y: 0, width: 540, height: 120 },
};

/** @type {PathsAnswer} */
const found = {
  from: 1,
  to: 5,
  count: "2",
  sum: 5,
  items,
  next_cursor: null,
  factored: {
    text: "∂c/∂b·∂e/∂c + ∂d/∂b·∂e/∂d",
    latex: "",
    slopes: "d + c",
    slopes_latex: "d + c",
    numbers: "1·2 + 1·3",
    slopes_numbers: "2 + 3",
    value: 5,
    lines: [],
    onward: [],
    folds,
  },
  cost: {
    listed: two,
    factored: two,
    without_ones: { listed: one, factored: one },
    reverse: { passes: 1, multiplications: 4, additions: 1 },
    forward: { passes: 1, multiplications: 4, additions: 1 },
  },
};

/** What of the state a route depends on. @type {(change: object) => State} */
const state = (change) =>
  /** @type {State} */ ({ answer: { trace: { graph } }, route: null, selection: null, ...change });

test("paths begin at the input that is used most, and end at the output", () => {
  assert.deepEqual(routeOf(state({})), { from: "b", to: "e" });
});

test("a chosen node is where paths begin", () => {
  const selection = { kind: "node", id: 2 };
  assert.deepEqual(routeOf(state({ selection })), { from: "c", to: "e" });
});

test("chosen ends stay, while there are such nodes", () => {
  const selection = { kind: "node", id: 0 };
  const route = { from: "b", to: "d" };
  assert.deepEqual(routeOf(state({ route, selection })), route);
  assert.deepEqual(routeOf(state({ route: { from: "gone", to: "d" } })), { from: "b", to: "d" });
  assert.equal(routeOf(state({ answer: null })), null);
});

test("between two nodes, values flow from the earlier one", () => {
  assert.deepEqual(between(graph, 5, 1), { from: "b", to: "e" });
});

test("a path reads as a walk, with its factors and their product", () => {
  assert.equal(wayOf(graph, items[0]), "b → d → e");
  assert.equal(productOf(items[0]), "1 · 3 = 3");
  assert.equal(productOf({ ...items[0], factors: [-1, -3] }), "−1 · (−3) = 3");
  assert.equal(productOf({ ...items[0], factors: [3] }), "3");
  assert.equal(productOf({ ...items[0], product: null }), "");
});

test("a long path is told by its two ends", () => {
  const long = { ...items[0], nodes: [0, 1, 2, 3, 4, 5, 0, 1, 2, 3] };
  assert.equal(wayOf(graph, long), "a → b → c → 1 → … → a → b → c → 1");
});

test("bars compare a path with the largest one", () => {
  assert.equal(shareOf(items, 0), 1);
  assert.equal(shareOf(items, 1), 2 / 3);
  assert.equal(shareOf([{ ...items[0], product: 0 }], 0), 0);
  assert.equal(shareOf([{ ...items[0], product: "Infinity" }], 0), 1);
});

test("adding up is written as far as it has come", () => {
  assert.equal(additionOf(items, 0), "3");
  assert.equal(additionOf(items, 1), "3 + 2 = 5");
  const many = Array.from({ length: 9 }, (_, i) => ({ ...items[0], product: 1, running: i + 1 }));
  assert.equal(additionOf(many, 8), "… + 1 + 1 + 1 + 1 + 1 + 1 = 9");
});

test("the sum is confirmed by what the reverse sweep gave", () => {
  assert.ok(isConfirmed(items, 5));
  assert.ok(isConfirmed(items, 5 + 1e-12));
  assert.ok(!isConfirmed(items, 5.1));
  assert.ok(!isConfirmed(items, [5]));
  assert.ok(!isConfirmed([], null));
});

test("a fold replaces what it is made of, and remembers where that ran", () => {
  assert.deepEqual(joinedAfter(folds, 0, placed), []);
  const [first] = joinedAfter(folds, 1, placed);
  assert.deepEqual(first.route, [
    { x: 140, y: 110 },
    { x: 220, y: 10 },
    { x: 500, y: 110 },
  ]);
  assert.equal(first.fresh, true);
  assert.deepEqual(
    joinedAfter(folds, 2, placed).map(({ edges, fresh }) => [edges, fresh]),
    [
      [[1, 4], false],
      [[2, 5], true],
    ],
  );
  const [last, ...rest] = joinedAfter(folds, 3, placed);
  assert.deepEqual([last.edges, rest], [[1, 2, 4, 5], []]);
  assert.deepEqual(last.route[1], { x: 320, y: 10 }, "midway between the two");
});

test("a node that was passed over is gone", () => {
  assert.deepEqual([...passedOver(folds, 1)], [2]);
  assert.deepEqual([...passedOver(folds, 3)], [2, 4]);
});

test("only what lies between the two ends has a part in it", () => {
  assert.deepEqual([...nodesBetween(graph, 1, 5)].sort(), [1, 2, 4, 5]);
  assert.deepEqual([...nodesBetween(graph, 0, 4)], []);
});

test("the counter shows the work before, now and after", () => {
  assert.deepEqual(
    countsOf(found, 3).map(({ key, paths, work }) => [key, paths, work.multiplications]),
    [
      ["written", "2", 2],
      ["now", "1", 2],
      ["factored", "1", 2],
    ],
  );
  assert.equal(countsOf(found, null).length, 2);
  assert.equal(countsOf(found, 0)[1].paths, "2");
});

test("factors of 1 are left out of the count where something else is left", () => {
  assert.equal(leavesOnesOut(found), false, "all multiplications of the seed are by 1");
  const nine = { multiplications: 9, additions: 8 };
  const listed = { multiplications: 39, additions: 8 };
  const cost = { ...found.cost, listed, without_ones: { listed: nine, factored: one } };
  assert.equal(leavesOnesOut({ ...found, cost }), true);
  assert.equal(countsOf({ ...found, cost }, 1)[1].work, folds[0].without_ones);
});

test("whole numbers are written in threes, however long", () => {
  const plain = (/** @type {string} */ text) => text.replace(/[\u202f\u200b]/g, "");
  assert.equal(showWhole(9), "9");
  assert.equal(showWhole(9999), "9999");
  assert.equal(showWhole(59049), "59\u202f049");
  const digits = "265613988875874769338781322035779626829233452653394495974574961739";
  assert.equal(plain(showWhole(digits)), digits);
});

test("errors are drawn from the smallest nudge on; what is exact has a place too", () => {
  const steps = [
    { h: 0.1, error: 1e-3 },
    { h: 0.001, error: 0 },
  ];
  assert.deepEqual(errorsOf(steps), { x: [0.001, 0.1], errors: [1e-17, 1e-3] });
});
