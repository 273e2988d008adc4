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

/** A long walk, as it comes: without a sentence.
 * @param {number[]} shape of its nodes */
function walk(shape) {
  const nodes = Array.from({ length: LAST }, (_, id) => ({
    ...{ id, kind: /** @type {const} */ ("input"), op: null, name: `x${id}`, glyph: "", shape },
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
/** Milliseconds, for a busy machine. */
const PATIENCE = 20_000;

/** @param {() => boolean} holds */
async function until(holds) {
  const end = performance.now() + PATIENCE;
  while (!holds()) {
    assert.ok(performance.now() < end, `never true: ${holds}`);
    await turn();
  }
}

test("a sentence is asked for with its step, not after a rest", () => {
  const { go, questions } = walk([]);
  go(1500);
  assert.deepEqual(
    questions.map(({ asked: { start, stop } }) => [start, stop]),
    [[1400, 1600]],
  );
});

test("a hand that went on meanwhile is followed, by one question at a time", async () => {
  const { go, questions, words } = walk([]);
  for (const step of [10, 700, 1500]) go(step);
  assert.equal(questions.length, 1);
  questions[0]?.end();
  await until(() => questions.length > 1);
  assert.deepEqual([questions[1]?.asked.start, questions[1]?.asked.stop], [1400, 1600]);
  questions[1]?.end();
  await until(() => words(1500) === "step 1500");
  assert.equal(questions.length, 2);
});

test("once the hands rest many more come, once", async () => {
  const { go, questions, words } = walk([]);
  go(1500);
  questions[0]?.end();
  await until(() => questions.length > 1);
  assert.deepEqual([questions[1]?.asked.start, questions[1]?.asked.stop], [500, 2500]);
  questions[1]?.end();
  await until(() => words(500) === "step 500");
  for (const step of [600, 2400]) go(step);
  assert.equal(questions.length, 2);
});
