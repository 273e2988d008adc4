import assert from "node:assert/strict";
import { test } from "node:test";
import { functionsOf, namesIn } from "../../static/js/model/text/completion.js";
import { narrowed } from "../../static/js/model/text/fullwidth.js";

/** @import { Operation } from "../../static/js/types.js" */

const NONE = new Map();
/** @param {string} source @param {number} [at] */
const names = (source, at = source.length) => namesIn(source, at, NONE).map(({ label }) => label);

test("names of the program are offered, each once", () => {
  assert.deepEqual(names("w_1 = a + a\ny = w_1 * 角度 + "), ["w_1", "a", "y", "角度"]);
});

test("the name being typed is not offered to itself", () => {
  assert.deepEqual(names("rate = 1\ny = ra"), ["rate", "y"]);
});

test("what is called or stands in a comment is no name", () => {
  assert.deepEqual(names("y = sin(x) # the slope\n"), ["y", "x"]);
});

test("a name shows what it comes to", () => {
  const [a] = namesIn("a + ", 4, new Map([["a", "2"]]));
  assert.equal(a?.detail, "= 2");
});

test("functions are offered by all their names, signs are not", () => {
  const row = {
    aliases: ["ln"],
    signature: "x",
    typed: "",
    partials: [],
    latex: null,
    parameters: [],
  };
  const words = { en: "", zh: "" };
  /** @type {Operation[]} */
  const table = [
    { ...row, name: "log", callable: true, words },
    { ...row, name: "add", aliases: [], callable: false, words },
  ];
  assert.deepEqual(
    functionsOf(table).map(({ label, detail }) => label + detail),
    ["log(x)", "ln(x)"],
  );
});

test("full-width symbols become plain ones, one for one", () => {
  assert.equal(narrowed("ｙ＝（ａ＋ｂ）＊２，　１"), "y=(a+b)*2, 1");
});

test("comments, Chinese names and other signs stay as they are", () => {
  const text = "角度 × 2 # 注意：（单位）\n＃ 说明（一）";
  assert.equal(narrowed(text), text);
});
