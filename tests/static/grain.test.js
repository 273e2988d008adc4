import assert from "node:assert/strict";
import { test } from "node:test";
import { documentOf } from "../../static/js/model/document/document.js";
import { drawnOf } from "../../static/js/model/drawing/drawn.js";
import {
  breaksIn,
  firstGrain,
  grainOf,
  inGrain,
  inOtherGrain,
  marksOf,
  stopsOf,
  withBreak,
} from "../../static/js/model/steps/grain.js";
import { historyOf } from "../../static/js/model/steps/history.js";
import { nextPhase } from "../../static/js/model/steps/phases.js";
import { STOPPED, reduce } from "../../static/js/model/steps/playback.js";
import { nextVisit, visitsOf } from "../../static/js/model/steps/visits.js";
import { graph, trace } from "./seed.js";

const history = historyOf(trace);
const open = drawnOf(graph, new Set());
const document = documentOf("e");
const [c, d, e] = [2, 4, 5];
const group = {
  id: 0,
  kind: /** @type {const} */ ("call"),
  label: "f",
  parent: null,
  nodes: [c, e],
  inputs: [0, 1, d],
  output: e,
  outputs: [e],
};

test("an edge at a time stops at every step", () => {
  assert.equal(stopsOf("edge", history, open), null);
});

test("a node at a time waits until its gradient is whole", () => {
  assert.deepEqual(stopsOf("node", history, open), [1, 2, 3, 4, 5, 6, 7, 8, 10, 11]);
});

test("a group at a time passes over what happens inside a folded card", () => {
  const folded = drawnOf({ ...graph, groups: [group] }, new Set([0]));
  assert.deepEqual(stopsOf("group", history, folded), [1, 2, 4, 5, 6, 8, 10, 11]);
  assert.deepEqual(stopsOf("group", history, open), stopsOf("node", history, open));
});

test("a pass at a time stops where the values and the gradients are all there", () => {
  assert.deepEqual(stopsOf("pass", history, open), [5, 11]);
});

test("next and back go from stop to stop", () => {
  const marks = { stops: [5, 11], breaks: [] };
  const at = (/** @type {number} */ step) => ({ ...STOPPED, last: 11, step });
  assert.deepEqual(
    [0, 5, 7].map((step) => reduce(at(step), "next", 0, marks).step),
    [5, 11, 11],
  );
  assert.deepEqual(
    [11, 5, 7].map((step) => reduce(at(step), "back", 0, marks).step),
    [5, 0, 5],
  );
});

test("playing stops at a breakpoint, also between two stops, and goes on from there", () => {
  const marks = { stops: [5, 11], breaks: [3, 9] };
  const playing = { ...STOPPED, last: 11, step: 0, playing: true };
  const first = reduce(playing, "tick", 0, marks);
  assert.deepEqual([first.step, first.playing], [3, false]);
  const again = reduce({ ...first, playing: true }, "tick", 0, marks);
  assert.deepEqual([again.step, again.playing], [5, true]);
});

test("breakpoints and the grain are in the document", () => {
  const marked = withBreak(withBreak(document, 9), 3);
  assert.deepEqual(breaksIn(marked), [3, 9]);
  assert.deepEqual(withBreak(marked, 9).rest, [["bp", "3"]]);
  assert.deepEqual(inGrain(marked, "node").rest.at(-1), ["grain", "node"]);
  const coarsest = { answer: null, document: inGrain(document, "pass") };
  assert.deepEqual(inOtherGrain(coarsest, 1).rest, [["grain", "pass"]]);
  assert.deepEqual(inOtherGrain({ answer: null, document }, 1).rest, [["grain", "node"]]);
  assert.deepEqual(breaksIn({ ...document, rest: [["bp", "7,x,,2,7"]] }), [2, 7]);
});

test("a phase at a time stops at breakpoints as well", () => {
  assert.equal(nextPhase(history, 0, 1, [3, 99]), 3);
  assert.equal(nextPhase(history, 3, 1, [3]), 5);
  assert.equal(nextPhase(history, 11, -1, [9]), 9);
});

test("the visits of a node are its value and each of its contributions", () => {
  assert.deepEqual(visitsOf(history, 1), [2, 9, 11]);
  assert.equal(nextVisit(history, 1, 2, 1), 9);
  assert.equal(nextVisit(history, 1, 2, -1), 2, "there is none before");
});

test("where to stop is found once for one history and drawing", () => {
  const answer = /** @type {any} */ ({ history, drawn: open });
  const state = { answer, document: inGrain(document, "node") };
  assert.equal(marksOf(state).stops, marksOf(state).stops);
  assert.notDeepEqual(marksOf({ ...state, document: inGrain(document, "pass") }), marksOf(state));
});

/** Each takes the one before it twice: one step forward and two back.
 * @param {number} count */
function chainOf(count) {
  const ids = Array.from({ length: count }, (_, id) => id);
  const node = (/** @type {number} */ id) => ({
    ...graph.nodes[id === 0 ? 0 : 2],
    id,
    name: `h${id}`,
  });
  const nodes = /** @type {any[]} */ (ids.map(node));
  const edges = ids
    .slice(1)
    .flatMap((target) =>
      [0, 1].map((port) => ({ id: 2 * target - 2 + port, source: target - 1, target, port })),
    );
  const forward = ids.map((id) => ({ phase: "forward", kind: id ? "compute" : "input", node: id }));
  const back = edges.toReversed().map(({ id: edge, source: node, port }) => ({
    ...{ phase: "reverse", kind: "pull", node, edge, complete: port === 0 },
  }));
  const seed = { phase: "reverse", kind: "seed", node: count - 1 };
  const steps = [...forward, seed, ...back].map((step, i) => ({ ...step, index: i + 1 }));
  const groups = [{ ...group, nodes: ids.slice(1), inputs: [0], output: count - 1 }];
  const own = /** @type {any} */ ({ output: count - 1, nodes, edges, groups });
  return {
    history: historyOf(/** @type {any} */ ({ graph: own, steps })),
    drawn: (/** @type {number[]} */ folded) => drawnOf(own, new Set(folded)),
  };
}

test("a walk begins with the finest grain that takes at most two hundred steps", () => {
  const rows = /** @type {const} */ ([
    [67, [], 200, "edge"],
    [68, [], 203, "node"],
    [100, [], 299, "node"],
    [101, [], 302, "pass"],
    [101, [0], 302, "group"],
  ]);
  for (const [count, folded, last, grain] of rows) {
    const { history, drawn } = chainOf(count);
    assert.equal(history.last, last);
    assert.equal(firstGrain(history, drawn([...folded])), grain, `${count} nodes`);
  }
});

test("what was chosen stays, however long the walk becomes", () => {
  const { history, drawn } = chainOf(101);
  const answer = /** @type {any} */ ({ history, drawn: drawn([]) });
  assert.equal(grainOf({ answer, document }), "pass");
  for (const grain of /** @type {const} */ (["edge", "node", "group"]))
    assert.equal(grainOf({ answer, document: inGrain(document, grain) }), grain);
  assert.equal(marksOf({ answer, document: inGrain(document, "edge") }).stops, null);
});
