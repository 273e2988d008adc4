import assert from "node:assert/strict";
import { test } from "node:test";
import { historyOf } from "../../static/js/model/steps/history.js";
import { deedsOf, partnerOf } from "../../static/js/model/steps/deeds.js";
import { graph, trace } from "./seed.js";

/** @typedef {Parameters<typeof deedsOf>[0]} Here */

const document = {
  source: "c = a + b\nd = b + 1\ne = c * d",
  values: {},
  output: null,
  wrt: null,
  rest: /** @type {[string, string][]} */ ([]),
};
const inputs = [0, 1].map((node) => ({ name: "ab"[node] ?? "", shape: [], default: 1, node }));
const answer = /** @type {NonNullable<Here["answer"]>} */ (
  /** @type {unknown} */ ({ document, trace, inputs, history: historyOf(trace) })
);
const playback = { step: 11, last: 11, playing: false, speed: 1 };
const everywhere = { group: null, shows: () => true };

/** @param {number} id @param {Partial<Here>} [state] @param {Parameters<typeof deedsOf>[2]} [page] */
function deeds(id, state = {}, page = everywhere) {
  return deedsOf({ answer, document, selection: null, playback, ...state }, id, page);
}

/** @param {Parameters<typeof deeds>} about */
const names = (...about) => deeds(...about).map(({ name }) => name);

const [A = 0, B = 0, , ONE = 0, D = 0, E = 0] = graph.nodes.keys();

test("a card offers what there is to do with it", () => {
  assert.deepEqual(
    [...names(D)],
    ["inspect", "pair", "derive", "go", "stopValue", "stopSlope", "value", "slope", "written"],
  );
  assert.ok(names(A).includes("track"), "an input can be plotted along");
  assert.ok(!names(E).includes("pair"), "the output leads nowhere");
  assert.deepEqual(names(ONE), ["inspect", "value", "written"]);
});

test("only numbers that are on screen are copied", () => {
  const start = names(B, { playback: { ...playback, step: 0 } });
  assert.ok(!start.includes("value") && !start.includes("slope"));
  const text = (/** @type {string} */ name) => deeds(B).find((deed) => deed.name === name)?.text;
  assert.deepEqual([text("value"), text("slope")], ["1", "5"]);
});

test("breakpoints tell whether they are set", () => {
  const rest = /** @type {[string, string][]} */ ([["bp", "11"]]);
  const set = deeds(B, { document: { ...document, rest } });
  const found = set.flatMap(({ name, step, on }) => (on === undefined ? [] : [[name, step, on]]));
  assert.deepEqual(found, [
    ["stopValue", 2, false],
    ["stopSlope", 11, true],
  ]);
});

test("the derivative is that between the card and what is chosen, else the output", () => {
  const symbol = (/** @type {Here["selection"]} */ selection) =>
    deeds(B, { selection }).find(({ name }) => name === "pair")?.fields.symbol;
  assert.equal(symbol(null), "∂e/∂b");
  assert.equal(symbol({ kind: "node", id: D }), "∂d/∂b");
  assert.equal(partnerOf({ selection: { kind: "edge", id: 0 } }, 5, 1), 5);
});

test("a group folds or unfolds, a moved card goes back, and hidden places are no way", () => {
  const rest = /** @type {[string, string][]} */ ([["pin", "d:1:2"]]);
  const moved = { document: { ...document, rest } };
  const group = { label: "f", folded: true };
  const [fold] = deeds(D, moved, { group, shows: () => false });
  assert.deepEqual([fold?.word, fold?.fields], ["group.unfold", { label: "f" }]);
  assert.deepEqual(names(D, moved, { group: null, shows: () => false }).slice(-1), ["back"]);
  assert.deepEqual(names(ONE, {}, { group: null, shows: () => false }), ["value"]);
});
