import assert from "node:assert/strict";
import { test } from "node:test";
import { findLink, linkTo } from "../../static/js/effects/links/linking.js";
import { packed, unpacked } from "../../static/js/effects/links/packing.js";
import { compactText, readCompact } from "../../static/js/model/document/compact.js";
import { documentOf } from "../../static/js/model/document/document.js";
import { inRole, roleOf, wantedOf } from "../../static/js/model/document/roles.js";

/** @import { Document } from "../../static/js/types.js" */

/** @type {Document} */
const LONG = {
  source: Array.from({ length: 30 }, (_, i) => `h_${i + 1} = tanh(权重 * h_${i}) # ${i}`).join(
    "\n",
  ),
  values: { h_0: 0.5, W: [[1, 2.5]], 权重: "Infinity" },
  output: "h_30",
  wrt: ["h_0"],
  rest: [
    ["mode", "forward:h_0"],
    ["hide", "table,paths"],
  ],
};
const VIEW = { step: 9, lang: "zh" };

test("a short program has a link that can be read", () => {
  const link = linkTo(documentOf("(a+b)*(b+1)", { a: 2, b: 1 }), { step: 9 });
  assert.equal(link, "#e=(a%2Bb)*(b%2B1)&a=2&b=1&step=9".replaceAll("%2B", "+"));
});

test("a long program is packed, and comes back whole", async () => {
  const link = await linkTo(LONG, VIEW);
  assert.match(link ?? "", /^#v1\.[\w-]+$/);
  const { link: found, note } = await findLink(link ?? "");
  assert.deepEqual(found, { document: LONG, typed: {}, ...VIEW });
  assert.equal(note, null);
});

test("every text comes back from packing", async () => {
  for (const text of ["", "a", "é→𝒳\u0000", "x".repeat(50_000)]) {
    assert.equal(await unpacked(await packed(text)), text);
  }
});

test("a program beyond all bounds has no link", async () => {
  let state = 1;
  const digits = Array.from({ length: 20_000 }, () => {
    state = (state * 48271) % 2147483647;
    return state.toString(36);
  });
  assert.equal(await linkTo(documentOf(`# ${digits.join("")}\nx`), {}), null);
});

test("a link cut anywhere says so", async () => {
  const link = (await linkTo(LONG, VIEW)) ?? "";
  for (const end of [link.length - 1, 200, 60, 8, 4]) {
    const { link: found, note } = await findLink(link.slice(0, end));
    assert.equal(found, null);
    assert.equal(note?.key, "damaged");
  }
});

test("a link at the end of a sentence is read, and one of other letters says that it is damaged", async () => {
  const link = await linkTo(LONG, VIEW);
  assert.deepEqual((await findLink(`${link}).`)).link?.document, LONG);
  assert.deepEqual((await findLink("#v1.####")).note?.key, "damaged");
});

test("a cut in the readable form says so, and shows what there is", async () => {
  const { link, note } = await findLink("#e=%E8%A7%92*2%E8%A7");
  assert.equal(note?.key, "damaged");
  assert.match(link?.document.source ?? "", /2/);
  assert.equal((await findLink("#a=2&b=1")).note?.key, "damaged");
});

test("whole links, and none, are nothing to talk about", async () => {
  for (const fragment of ["", "#", "#e=100%25*x", "#e=(a+b)*(b+1)&a=2", "#anchor"]) {
    assert.equal((await findLink(fragment)).note, null, fragment);
  }
});

test("a newer link is read as far as it is understood", async () => {
  const text = JSON.stringify({ e: "x^2", v: { x: 3 }, sparkle: true, glow: 1 });
  const { link, note } = await findLink(`#v2.${await packed(text)}`);
  assert.equal(link?.document.source, "x^2");
  assert.deepEqual(note, { key: "newer", fields: { k: 2 } });
  assert.equal((await findLink("#v7.AAAA")).note?.key, "newerForm");
});

test("what is no document is none", () => {
  for (const text of ["", "[]", "null", "7", '{"v": {}}', '{"e": 1}', '"x"']) {
    assert.equal(readCompact(text), null, text);
  }
  assert.deepEqual(readCompact('{"e": "x", "v": [], "step": -1}')?.link.document.values, {});
});

test("what is of another kind than it should be is left out and counted", () => {
  const strange = {
    e: "a*b",
    out: 5,
    wrt: "a",
    lang: 7,
    fold: [1],
    v: { a: { x: 1 }, b: [1, "x"], c: 2 },
  };
  const found = readCompact(JSON.stringify(strange));
  assert.deepEqual(found?.link.document, documentOf("a*b", { c: 2 }));
  assert.deepEqual(found?.link.typed, { a: '{"x":1}', b: '[1,"x"]' });
  assert.equal(found?.unknown, 4);
});

test("a file is the same text", () => {
  assert.deepEqual(readCompact(compactText(LONG, VIEW))?.link.document, LONG);
});

test("an input's role is part of the document, and only parameters have gradients", () => {
  const inputs = ["w", "x", "y"].map((name, node) => ({ name, node, shape: [], default: null }));
  const plain = documentOf("w*x - y");
  assert.equal(wantedOf(plain, inputs), null);
  const told = inRole(inRole(plain, "x", "data"), "y", "target");
  assert.equal(roleOf(told, "x"), "data");
  assert.deepEqual(wantedOf(told, inputs), ["w"]);
  assert.deepEqual(inRole(inRole(told, "x", "parameter"), "y", "parameter"), plain);
  assert.deepEqual(wantedOf({ ...told, wrt: ["x", "gone"] }, inputs), ["x"]);
  assert.deepEqual(wantedOf({ ...told, wrt: ["gone"] }, inputs), ["w"]);
});
