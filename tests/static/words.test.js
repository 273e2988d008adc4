import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { test } from "node:test";
import { listOf, pickLanguage, wordsOf } from "../../static/js/model/text/words.js";

const root = new URL("../../static/", import.meta.url);
/** @param {string} path */
const read = (path) => readFileSync(new URL(path, root), "utf8");
/** @type {Record<string, Record<string, string>>} */
const catalogues = { en: JSON.parse(read("words/en.json")), zh: JSON.parse(read("words/zh.json")) };
const scripts = readdirSync(new URL("js/", root), { recursive: true, encoding: "utf8" })
  .filter((path) => path.endsWith(".js"))
  .map((path) => read(`js/${path}`))
  .join("\n");
const pages = readdirSync(root).filter((name) => name.endsWith(".html"));
const shell = [...pages, "../server/site/ways.py"].map(read).join("\n");

/** A key without its count: role.used.2 is role.used. */
const plain = (/** @type {string} */ key) => key.replace(/\.(\d+|one|other)$/, "");
const fields = (/** @type {string} */ text) =>
  new Set([...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name));

test("both languages have the same keys", () => {
  const keys = (/** @type {object} */ catalogue) =>
    [...new Set(Object.keys(catalogue).map(plain))].sort();
  assert.deepEqual(keys(catalogues.en), keys(catalogues.zh));
});

test("both languages fill in the same fields", () => {
  for (const [key, text] of Object.entries(catalogues.zh)) {
    const other = catalogues.en[key] ?? catalogues.en[plain(key)];
    for (const field of fields(other)) assert.ok(fields(text).has(field) || field === "n", key);
  }
});

test("every key the page asks for exists", () => {
  const asked = [
    ...[...scripts.matchAll(/words\("([\w.]+)"/g)].map(([, key]) => key),
    ...[...shell.matchAll(/data-(?:word|label)="([\w.]+)"|"(nav\.\w+)"/g)].map(
      ([, key, way]) => key ?? way,
    ),
  ];
  assert.ok(asked.length > 50);
  for (const key of asked) assert.ok(key && key in catalogues.en, key);
});

test("no key stands there for nothing", () => {
  const used = (/** @type {string} */ key) => {
    const stem = key.slice(0, key.lastIndexOf(".") + 1);
    return [scripts, shell].some(
      (text) => text.includes(`"${key}"`) || text.includes(`\`${stem}\${`),
    );
  };
  for (const key of Object.keys(catalogues.en)) assert.ok(used(plain(key)), key);
});

test("the few words that stand in the shell are those of the catalogue", () => {
  for (const [, key, text] of shell.matchAll(/data-word="([\w.]+)">([^<]+)</g)) {
    assert.equal(text, catalogues.en[key ?? ""]);
  }
});

test("no sentence blames the reader", () => {
  for (const text of Object.values(catalogues.en)) assert.doesNotMatch(text, /invalid|illegal/i);
  for (const text of Object.values(catalogues.zh)) assert.doesNotMatch(text, /非法|无效/);
});

test("a count picks its own words", () => {
  const words = wordsOf({ "use.1": "once", "use.2": "twice", use: "{n} times" }, "en");
  assert.deepEqual(
    [1, 2, 3].map((n) => words("use", { n })),
    ["once", "twice", "3 times"],
  );
});

test("missing words are a bug", () => {
  assert.throws(() => wordsOf({}, "en")("no.such"), /no words for: no.such/);
});

test("the language is the one wished for first that there is", () => {
  assert.equal(pickLanguage([null, "zh-CN", "en"]), "zh");
  assert.equal(pickLanguage(["fr", "de"]), "en");
});

test("a list is read as a sentence", () => {
  assert.equal(listOf(["c", "d"], "en"), "c and d");
  assert.equal(listOf(["c", "d"], "zh"), "c、d");
});
