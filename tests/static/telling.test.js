import assert from "node:assert/strict";
import { test } from "node:test";
import { tellSteps } from "../../static/js/effects/questions/telling.js";
import { beginning } from "../../static/js/model/document/beginning.js";
import { historyOf } from "../../static/js/model/steps/history.js";
import { listed } from "../../static/js/model/steps/listed.js";
import { storeOf } from "../../static/js/store.js";

/** @import { Answer, Trace } from "../../static/js/types.js" */
/** @typedef {{ start: number, stop: number }} Asked */

const LAST = 3000;

/** A long walk, as it comes: without a sentence. */
function walk() {
  const nodes = Array.from({ length: LAST }, (_, id) => ({
    ...{ id, kind: /** @type {const} */ ("input"), op: null, name: `x${id}`, glyph: "", shape: [] },
    span: { line: 1, start: 0, end: 1 },
  }));
  const steps = listed(
    nodes.map(({ id }) => ({ index: id + 1, phase: "forward", kind: "input", node: id, value: 1 })),
  );
  /** @type {Trace} */
  const trace = { graph: { output: 0, nodes, edges: [] }, values: [], local: [], steps };
  const first = beginning({ language: "en", words: (key) => key, drawer: null });
  const answer = { document: first.document, trace, inputs: [], history: historyOf(trace) };
  const store = storeOf(first);
  /** @type {{ asked: Asked, end: () => void }[]} */
  const questions = [];
  tellSteps(store, (_, body) => {
    const asked = /** @type {Asked} */ (body);
    return new Promise((resolve) => {
      const told = steps.slice(asked.start - 1, asked.stop);
      const end = () =>
        resolve({ steps: told.map(({ index }) => ({ index, words: `step ${index}` })) });
      questions.push({ asked, end });
    });
  });
  store.update({ answer: /** @type {Answer} */ (/** @type {unknown} */ (answer)) });
  const go = (/** @type {number} */ step) =>
    store.update({ playback: { ...store.state.playback, step } });
  return { go, questions, words: (/** @type {number} */ step) => steps[step - 1]?.words };
}

const turn = () => new Promise((resolve) => setImmediate(resolve));
/** Longer than a hand has to rest. */
const RESTED = 500;

/** A walk whose first sentences are there, and a hand that rests.
 * @param {import("node:test").TestContext} context */
async function rested(context) {
  context.mock.timers.enable({ apis: ["setTimeout"] });
  const { go, questions, words } = walk();
  const rest = () => context.mock.timers.tick(RESTED);
  const asked = () => questions.map(({ asked: { start, stop } }) => [start, stop]);
  const answer = async () => {
    questions.at(-1)?.end();
    await turn();
  };
  rest();
  await answer();
  rest();
  questions.length = 0;
  return { go, words, rest, asked, answer };
}

test("from rest, a sentence is asked for with its step", async (context) => {
  const { go, words, asked, answer } = await rested(context);
  go(1500);
  assert.deepEqual(asked(), [[1400, 1600]]);
  await answer();
  assert.equal(words(1500), "step 1500");
});

test("a hand that flies through steps is asked for where it rests", async (context) => {
  const { go, rest, asked } = await rested(context);
  for (const step of [10, 700, 1500]) go(step);
  assert.deepEqual(asked(), []);
  rest();
  assert.deepEqual(asked(), [[1400, 1600]]);
});

test("a hand that went on while it was answered is followed", async (context) => {
  const { go, words, rest, asked, answer } = await rested(context);
  for (const step of [1500, 2500]) go(step);
  rest();
  assert.deepEqual(asked(), [[1400, 1600]]);
  await answer();
  rest();
  await answer();
  assert.deepEqual(asked().at(-1), [2400, 2600]);
  assert.equal(words(2500), "step 2500");
});
