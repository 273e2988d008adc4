import assert from "node:assert/strict";
import { test } from "node:test";
import { denseOf, spread } from "../../static/js/model/drawing/dense.js";
import { drawnOf, redrawn } from "../../static/js/model/drawing/drawn.js";
import { allTurned, foldedIn, turned } from "../../static/js/model/document/folds.js";
import { groupsAround } from "../../static/js/model/document/groups.js";
import { frameOf } from "../../static/js/model/steps/frame.js";
import { historyOf } from "../../static/js/model/steps/history.js";
import { layers } from "../../static/js/model/drawing/layers.js";
import { layoutInput } from "../../static/js/model/drawing/layout-input.js";
import { pinned, pinsIn, unpinned, withPin } from "../../static/js/model/document/pins.js";
import { placing } from "../../static/js/model/drawing/placing.js";
import { projected } from "../../static/js/model/drawing/projected.js";
import { documentOf } from "../../static/js/model/document/document.js";
import { graph as seed, trace } from "./seed.js";

/** The seed example as if c, d and e came from one call. */
const group = {
  id: 0,
  kind: /** @type {const} */ ("call"),
  label: "f",
  parent: null,
  nodes: [2, 4, 5],
  inputs: [0, 1],
  output: 5,
  outputs: [5],
  derivatives: [[2, 5]],
};
const graph = { ...seed, groups: [group] };
const document = documentOf("f(a, b)");
const folded = drawnOf(graph, new Set([0]));
const edges = folded.graph.edges.map(({ source, target, port }) => [source, target, port]);

test("a folded group is one card, in the place of what it hands on", () => {
  assert.deepEqual(
    folded.graph.nodes.map(({ name, glyph }) => [name, glyph]),
    [
      ["a", ""],
      ["b", ""],
      ["e", "f"],
    ],
  );
  assert.deepEqual(edges, [
    [0, 5, 0],
    [1, 5, 1],
  ]);
  assert.equal(folded.owner.get(3), 5, "a constant that is used there alone goes along");
});

test("all edges from one node into the group are one", () => {
  assert.deepEqual([...folded.merged.values()], [[0], [1, 2]]);
});

test("its edges carry the derivative of the whole, once it is there", () => {
  const history = historyOf({ ...trace, graph });
  const locals = (/** @type {number} */ step) =>
    folded.graph.edges.map(({ id }) => projected(frameOf(history, step), folded).edge(id)?.local);
  assert.deepEqual(locals(4), [null, null]);
  assert.deepEqual(locals(5), [2, 5]);
});

test("it is hot while anything in it is, and its gradient is that of its output", () => {
  const history = historyOf({ ...trace, graph });
  const card = (/** @type {number} */ step) => projected(frameOf(history, step), folded).node(5);
  assert.deepEqual(
    [2, 3, 4, 5, 6, 10].map((step) => card(step)?.hot),
    [false, true, true, true, true, false],
  );
  assert.equal(card(11)?.gradient, 1);
});

test("an edge into it has been gone back over when all its parts have", () => {
  const history = historyOf({ ...trace, graph });
  const flow = (/** @type {number} */ step) =>
    projected(frameOf(history, step), folded).edge(1)?.flow;
  assert.deepEqual([2, 5, 9, 11].map(flow), ["none", "forward", "forward", "reverse"]);
});

test("nothing folded is the graph itself", () => {
  const open = drawnOf(graph, new Set());
  assert.equal(open.graph, graph);
  assert.deepEqual(open.open, [group]);
});

test("new numbers change no drawing", () => {
  const now = { ...graph, groups: [{ ...group, derivatives: [[7, 8]] }] };
  const again = redrawn(folded, now, new Set([0]));
  assert.equal(again?.graph, folded.graph);
  assert.deepEqual(again?.folded.get(5)?.derivatives, [[7, 8]]);
  assert.equal(redrawn(folded, now, new Set()), null);
});

test("folds are in the document by their labels, and a small graph opens unfolded", () => {
  assert.deepEqual([...foldedIn(document, graph)], []);
  const closed = turned(document, graph, 0);
  assert.deepEqual(closed.rest, [["fold", "f"]]);
  assert.deepEqual([...foldedIn(closed, graph)], [0]);
  assert.deepEqual(turned(closed, graph, 0).rest, []);
});

test("a large graph opens folded, and says so when it is not", () => {
  const large = {
    ...graph,
    nodes: Array.from({ length: 70 }, (_, id) => ({ ...seed.nodes[0], id })),
  };
  assert.deepEqual([...foldedIn(document, large)], [0]);
  assert.deepEqual(turned(document, large, 0).rest, [["fold", "-"]]);
  assert.deepEqual(allTurned(document, large, true).rest, []);
});

test("a graph of many groups opens as far as there is room, one depth after the other", () => {
  const nodes = Array.from({ length: 81 }, (_, id) => {
    return { ...seed.nodes[0], id, group: id < 80 ? 1 + Math.floor(id / 8) : null };
  });
  const outer = { ...group, id: 0, label: "repeat 10 as t", nodes: nodes.map(({ id }) => id) };
  const rounds = Array.from({ length: 10 }, (_, t) => {
    const own = nodes.filter((node) => node.group === t + 1).map(({ id }) => id);
    return { ...group, id: t + 1, label: `t = ${t}`, parent: 0, nodes: own, output: own[7] };
  });
  const large = { ...graph, nodes, groups: [{ ...outer, output: 79 }, ...rounds] };
  assert.deepEqual([...foldedIn(document, large)], [1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
  const opened = turned(document, large, 3);
  assert.deepEqual(opened.rest, [["fold", "!repeat10ast,t=2"]]);
  assert.equal(foldedIn(opened, large).size, 9);
  assert.deepEqual(turned(opened, large, 3).rest, []);
  assert.deepEqual(
    groupsAround(large, 20).map(({ id }) => id),
    [0, 3],
  );
});

test("what would open with more arrows than can be followed stays folded", () => {
  const inputs = Array.from({ length: 10 }, (_, id) => ({ ...seed.nodes[0], id, group: null }));
  const terms = Array.from({ length: 30 }, (_, k) => [10 + 2 * k, 11 + 2 * k]);
  const nodes = [
    ...inputs,
    ...terms.flatMap((own, k) => own.map((id) => ({ ...seed.nodes[2], id, group: k + 1 }))),
  ];
  const all = { ...group, id: 0, nodes: terms.flat(), output: 69 };
  const parts = terms.map((own, k) => {
    return { ...group, id: k + 1, parent: 0, nodes: own, output: own[1] };
  });
  const openWith = (/** @type {number} */ read) => {
    const edges = terms.flatMap(([target], k) =>
      inputs
        .slice(0, read)
        .map(({ id: source }) => ({ id: 10 * k + source, source, target, port: 0 })),
    );
    return (
      31 - foldedIn(document, { ...graph, nodes: [...nodes], edges, groups: [all, ...parts] }).size
    );
  };
  assert.deepEqual([1, 3, 4, 10].map(openWith), [1, 1, 0, 0]);
});

test("a group that was gathered is a card under its title", () => {
  const titled = { ...graph, groups: [{ ...group, title: "lines 1–3" }] };
  const card = drawnOf(titled, new Set([0])).graph.nodes.at(-1);
  assert.deepEqual([card?.name, card?.title, card?.glyph], ["e", "lines 1–3", ""]);
});

test("groups of one label are told apart by number", () => {
  const groups = [group, { ...group, id: 1 }, { ...group, id: 2, label: "t = 0" }];
  const many = { ...graph, groups };
  assert.deepEqual(turned(document, many, 1).rest, [["fold", "f.2"]]);
  assert.deepEqual(turned(document, many, 2).rest, [["fold", "t=0"]]);
});

test("places come back under the numbers the nodes have", () => {
  const dense = denseOf(folded.graph);
  const placed = spread(placing(dense, layers(dense, "right"), "right"), folded.graph);
  assert.deepEqual(Object.keys(placed.nodes), ["0", "1", "5"]);
  assert.equal(placed.routes[1].length, 2);
});

test("open groups are laid out as boxes of their own, one in another", () => {
  const inner = { id: 1, nodes: [4, 5] };
  const input = layoutInput(seed, "right", [{ id: 0, nodes: [2, 4, 5] }, inner]);
  const outer = input.children?.find(({ id }) => id === "g0");
  assert.deepEqual(
    outer?.children?.map(({ id }) => id),
    ["g1", "n2"],
  );
});

test("a card that was moved takes its edges along, and nothing else moves", () => {
  const placed = placing(seed, layers(seed, "right"), "right");
  const now = pinned(placed, seed, pinsIn(withPin(document, "c", { x: 500, y: -90 })));
  assert.deepEqual([now.nodes[2].x, now.nodes[2].y], [500, -90]);
  for (const id of [0, 1, 3, 4, 5]) assert.equal(now.nodes[id], placed.nodes[id]);
  for (const id of [2, 3, 5]) assert.equal(now.routes[id], placed.routes[id]);
  const [start, end] = [now.routes[4][0], now.routes[4].at(-1)];
  assert.equal(start.x - placed.routes[4][0].x, 500 - placed.nodes[2].x);
  assert.deepEqual(end, placed.routes[4].at(-1));
});

test("pins are in the document, whatever a name holds, until they are taken out", () => {
  const pins = withPin(withPin(document, "a, b:c", { x: 1.4, y: -2.6 }), "d", { x: 0, y: 9 });
  assert.deepEqual(
    [...pinsIn(pins)],
    [
      ["a, b:c", { x: 1, y: -3 }],
      ["d", { x: 0, y: 9 }],
    ],
  );
  assert.deepEqual(unpinned(pins).rest, []);
  assert.equal(pinsIn({ ...document, rest: [["pin", "x:1,:2:3,y:a:2"]] }).size, 0);
});
