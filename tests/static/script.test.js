import assert from "node:assert/strict";
import { test } from "node:test";
import { prefer, preferences } from "../../static/js/model/document/preferences.js";
import { documentOf } from "../../static/js/model/document/document.js";
import { withField } from "../../static/js/model/document/fields.js";
import { drawnOf } from "../../static/js/model/drawing/drawn.js";
import { historyOf } from "../../static/js/model/steps/history.js";
import { STOPPED } from "../../static/js/model/steps/playback.js";
import { scriptOf } from "../../static/js/model/steps/script.js";
import { graph, trace } from "./seed.js";

const history = historyOf(trace);
const words = (/** @type {string} */ key, /** @type {any} */ fields) => `${key} ${fields?.n}`;

/** What is read at a step, in the steps of a grain. @param {number} step */
function scriptAt(step, grain = "edge") {
  const document = withField(documentOf("", {}), "grain", grain);
  const answer = { trace, history, drawn: drawnOf(graph, new Set()), document };
  const playback = { ...STOPPED, step, last: history.last };
  const state = /** @type {any} */ ({ answer, document, playback, words, language: "zh" });
  const script = scriptOf(state);
  assert.ok(script);
  return script;
}
const text = (
  /** @type {import("../../static/js/model/steps/sentence.js").Piece[] | null} */ all,
) => all?.map((piece) => piece.text).join("");

test("this step is read beside the next", () => {
  const { now, next, step, last, phase, language } = scriptAt(3);
  assert.deepEqual([text(now), text(next)], ["step 3.", "step 4."]);
  assert.deepEqual([step, last, phase, language], [3, 11, "forward", "zh"]);
});

test("the next step is where Next leads, however large steps are", () => {
  assert.equal(text(scriptAt(6, "node").next), "step 7.");
  assert.equal(text(scriptAt(8, "node").next), "step 10.", "step 9 is only half of its node");
  assert.equal(text(scriptAt(5, "pass").next), "step 11.");
});

test("before the first step it says how many there are, and nothing follows the last", () => {
  assert.equal(text(scriptAt(0).now), "sentence.start 11");
  assert.equal(scriptAt(0).phase, "start");
  assert.equal(scriptAt(11).next, null);
});

test("slopes are written as the reader of the page wants them", () => {
  const steps = trace.steps.map((step) => ({ ...step, words: "∂e/∂b = 5" }));
  const told = historyOf({ ...trace, steps });
  const answer = { trace, history: told, drawn: drawnOf(graph, new Set()) };
  const playback = { ...STOPPED, step: 11, last: 11 };
  prefer({ ...preferences, notation: "total" });
  const document = documentOf("", {});
  const script = scriptOf(/** @type {any} */ ({ answer, document, playback, words }));
  prefer({});
  assert.equal(text(script?.now ?? null), "de/db = 5.");
});

test("without an answer there is nothing to read", () => {
  assert.equal(scriptOf(/** @type {any} */ ({ answer: null })), null);
});
