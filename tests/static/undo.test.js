import assert from "node:assert/strict";
import { test } from "node:test";
import { differenceOf } from "../../static/js/model/text/difference.js";
import { documentOf } from "../../static/js/model/document/document.js";
import {
  changeOf,
  isWork,
  packed,
  recorded,
  redone,
  settled,
  stackOf,
  undone,
  unpacked,
} from "../../static/js/model/document/undo.js";

/** @param {string} source @param {number} [step] */
const moment = (source, step = 0) => ({ document: documentOf(source), step });

test("changes far apart are taken back one by one", () => {
  const first = recorded(stackOf(moment("a")), moment("ab"), "text", 1000);
  const second = recorded(first, moment("abc"), "text", 2000);
  assert.equal(undone(second).now.document.source, "ab");
  assert.equal(undone(undone(second)).now.document.source, "a");
});

test("changes of one kind within half a second are taken back together", () => {
  const first = recorded(stackOf(moment("a")), moment("ab"), "text", 1000);
  const second = recorded(first, moment("abc"), "text", 1400);
  assert.equal(undone(second).now.document.source, "a");
});

test("a change of another kind is one of its own", () => {
  const typed = recorded(stackOf(moment("a")), moment("ab"), "text", 1000);
  const stepped = recorded(typed, moment("ab", 3), "step", 1100);
  assert.equal(undone(stepped).now.step, 0);
  assert.equal(undone(stepped).now.document.source, "ab");
});

test("what was taken back can be done again, until something else is done", () => {
  const typed = recorded(stackOf(moment("a")), moment("b"), "text", 1000);
  const back = undone(typed);
  assert.deepEqual(redone(back).now, moment("b"));
  assert.deepEqual(recorded(back, moment("c"), "text", 3000).future, []);
});

test("at either end nothing happens", () => {
  const only = stackOf(moment("a"));
  assert.deepEqual(undone(only), only);
  assert.deepEqual(redone(only), only);
});

test("the step at which a program opens belongs to its own entry", () => {
  const opened = settled(recorded(stackOf(moment("a")), moment("b"), "text", 1000), { step: 7 });
  assert.deepEqual(opened.now, moment("b", 7));
  assert.equal(opened.past.length, 1);
});

test("two hundred changes are kept", () => {
  let stack = stackOf(moment("0"));
  for (let i = 1; i <= 250; i++) stack = recorded(stack, moment(String(i)), "text", i * 1000);
  assert.equal(stack.past.length, 200);
  assert.equal(stack.past[0].document.source, "50");
});

test("what changed has a name", () => {
  const before = documentOf("a * b", { a: 1 });
  assert.equal(changeOf(before, documentOf("a + b", { a: 1 })), "text");
  assert.equal(changeOf(before, { ...before, values: { a: 2 } }), "value a");
  assert.equal(changeOf(before, { ...before, values: { a: 1, b: 2 } }), "value b");
  assert.equal(changeOf(before, { ...before, values: {} }), "");
  assert.equal(changeOf(before, { ...before, rest: [["mode", "both"]] }), "view");
});

test("a look from another side is no work", () => {
  const before = documentOf("a * b", { a: 1 });
  assert.ok(isWork(before, documentOf("a + b", { a: 1 })));
  assert.ok(isWork(before, { ...before, values: { a: 2 } }));
  assert.ok(!isWork(before, { ...before, rest: [["mode", "both"]] }));
  assert.ok(!isWork(before, { ...before }));
});

test("only the stretch that differs is written anew", () => {
  assert.deepEqual(differenceOf("c = a + b", "c = a * b"), { from: 6, to: 7, insert: "*" });
  assert.deepEqual(differenceOf("aa", "aaa"), { from: 2, to: 2, insert: "a" });
  assert.deepEqual(differenceOf("", "x"), { from: 0, to: 0, insert: "x" });
  assert.deepEqual(differenceOf("same", "same"), { from: 4, to: 4, insert: "" });
});

test("a text that stands in many moments is kept once, and all of them come back", () => {
  const long = "a + ".repeat(1000);
  let stack = stackOf(moment(long));
  for (let i = 1; i < 100; i++) stack = recorded(stack, moment(long, i), "step", 1000 * i);
  stack = undone(recorded(stack, moment("b"), "text", 1e6));
  const kept = JSON.stringify(packed(stack));
  assert.ok(kept.length < (2 * JSON.stringify(stack).length) / 10, `${kept.length} letters`);
  assert.deepEqual(unpacked(JSON.parse(kept)), stack);
});
