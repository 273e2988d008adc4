import assert from "node:assert/strict";
import { test } from "node:test";
import { productsOf, termsOf } from "../../static/js/model/steps/chain.js";
import { SEED, documentOf } from "../../static/js/model/document/document.js";
import { frameOf } from "../../static/js/model/steps/frame.js";
import { readLink, writeLink } from "../../static/js/model/document/link.js";
import { inMode, modeOf, movingOf, sweepsOf } from "../../static/js/model/document/mode.js";
import { nextPhase, stretches } from "../../static/js/model/steps/phases.js";
import { sidesOf, workOf } from "../../static/js/model/steps/sides.js";
import { trace } from "./seed.js";

/** @import { Input, Step, Trace } from "../../static/js/types.js" */

/** @type {Input[]} */
const inputs = ["a", "b"].map((name, node) => ({ name, shape: [], default: null, node }));

/** @type {(index: number, edge: number, node: number, upstream: number, local: number, total: number,
 *   complete?: boolean) => Step} */
const push = (index, edge, node, upstream, local, total, complete = true) => ({
  index,
  phase: "tangent",
  kind: "push",
  edge,
  node,
  upstream,
  local,
  contribution: upstream * local,
  total,
  complete,
});

const pushes = [
  push(12, 1, 2, 1, 1, 1),
  push(13, 2, 4, 1, 1, 1),
  push(14, 4, 5, 1, 2, 2, false),
  push(15, 5, 5, 1, 3, 5),
];
const tangents = [0, 1, 1, null, 1, 5];
/** The seed example with b moving, in both modes. @type {Trace & { steps: Step[] }} */
const both = { ...trace, tangents, steps: [...trace.steps, ...pushes] };
/** @type {Trace & { steps: Step[] }} */
const forward = {
  ...both,
  steps: both.steps.filter(({ phase }) => phase !== "reverse"),
};

test("a page shows gradients until another mode is chosen", () => {
  assert.equal(modeOf(SEED), "reverse");
  assert.equal(modeOf(inMode(SEED, "both", "b")), "both");
  assert.deepEqual(inMode(inMode(SEED, "forward", "b"), "reverse", "b"), SEED);
});

test("the mode stands in the link, with the input that moves", () => {
  const link = writeLink(inMode(documentOf("y = x*z"), "forward", "z"));
  assert.equal(link, "#e=y%20=%20x*z&mode=forward:z");
  const document = readLink(link)?.document;
  assert.ok(document);
  assert.equal(modeOf(document), "forward");
});

test("what moves is what was chosen, while it is there, else the first input", () => {
  assert.equal(movingOf(inMode(SEED, "forward", "b"), inputs), "b");
  assert.equal(movingOf(inMode(SEED, "forward", "gone"), inputs), "a");
  assert.equal(movingOf({ ...SEED, wrt: ["b"] }, inputs), "b");
  assert.equal(movingOf(SEED, []), null);
});

test("each mode asks for its own sweeps, and for none that cannot be", () => {
  const usual = { tensor: false, moving: "b" };
  assert.deepEqual(sweepsOf("reverse", usual), ["forward", "reverse"]);
  assert.deepEqual(sweepsOf("forward", usual), ["forward", "tangent"]);
  assert.deepEqual(sweepsOf("both", usual), ["forward", "reverse", "tangent"]);
  assert.deepEqual(sweepsOf("both", { tensor: true, moving: null }), ["forward"]);
});

test("forward mode wrt b gives c 1, d 1, e 5", () => {
  const { history, beside } = sidesOf({
    ...forward,
    steps: forward.steps.map((step, i) => ({ ...step, index: i + 1 })),
  });
  assert.equal(beside, null);
  const last = frameOf(history, history.last);
  assert.equal(last.phase, "tangent");
  assert.deepEqual(
    trace.graph.nodes.map(({ id }) => last.node(id)?.gradient),
    [0, 1, 1, null, 1, 5],
  );
  assert.deepEqual(
    trace.graph.edges.map(({ id }) => last.edge(id)?.flow),
    ["forward", "tangent", "tangent", "forward", "tangent", "tangent"],
  );
});

test("an input has its tangent with its value, everything else when it arrives", () => {
  const { history } = sidesOf(forward);
  assert.deepEqual(
    trace.graph.nodes.map(({ id }) => frameOf(history, 2).node(id)?.gradient),
    [0, 1, null, null, null, null],
  );
  const half = frameOf(history, 8).node(5);
  assert.deepEqual([half?.gradient, half?.complete, half?.expected], [2, false, 2]);
});

test("both modes run beside each other on one timeline", () => {
  const { history, beside } = sidesOf(both);
  assert.ok(beside);
  assert.deepEqual([history.sweep, beside.sweep], ["reverse", "tangent"]);
  assert.deepEqual([history.last, beside.last], [11, 11], "as long as the longer one");
  assert.equal(frameOf(history, 11).node(1)?.gradient, 5);
  const waiting = frameOf(beside, 11);
  assert.equal(waiting.waits, true);
  assert.equal(waiting.node(5)?.gradient, 5);
  assert.equal(frameOf(beside, 9).waits, false);
});

test("work is counted step by step: a product a step, a sum for each later arrival", () => {
  const { history, beside } = sidesOf(both);
  assert.ok(beside);
  assert.deepEqual(workOf(history, 5), { multiplications: 0, additions: 0 });
  assert.deepEqual(workOf(history, 11), { multiplications: 5, additions: 1 });
  assert.deepEqual(workOf(beside, 11), { multiplications: 4, additions: 1 });
});

test("the timeline says which derivatives its second part carries", () => {
  const { history } = sidesOf(forward);
  assert.deepEqual(
    stretches(history).map(({ phase }) => phase),
    ["forward", "tangent"],
  );
  assert.equal(nextPhase(history, 0, 1), 5);
});

test("in forward mode a derivative comes from what a node is made of", () => {
  const { history } = sidesOf(forward);
  const frame = frameOf(history, history.last);
  const terms = termsOf(history, frame, productsOf(history, 5));
  assert.deepEqual(
    terms.map(({ user, upstream, local }) => [user.name, upstream, local]),
    [
      ["c", 1, 2],
      ["d", 1, 3],
    ],
  );
  assert.deepEqual(productsOf(history, 1), []);
});
