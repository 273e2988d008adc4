import assert from "node:assert/strict";
import { test } from "node:test";
import { documentOf } from "../../static/js/model/document/document.js";
import { readLink, writeLink } from "../../static/js/model/document/link.js";

/** @import { Document } from "../../static/js/types.js" */

/** @param {string} text */
function read(text) {
  const link = readLink(text);
  if (link === null) throw new Error(`no program in ${text}`);
  return link;
}

/** @type {(document: Document, view?: Parameters<typeof writeLink>[1]) => ReturnType<typeof read>} */
const roundTrip = (document, view) => read(writeLink(document, view));

test("a link written by hand is read", () => {
  const link = read("#e=(a+b)*(b+1)&a=2&b=1&mode=reverse&step=9");
  assert.deepEqual(link.document, {
    source: "(a+b)*(b+1)",
    values: { a: 2, b: 1 },
    output: null,
    wrt: null,
    rest: [["mode", "reverse"]],
  });
  assert.equal(link.step, 9);
});

test("a plus is a plus", () => {
  assert.equal(read("#e=a+b").document.source, "a+b");
});

test("lines are joined by semicolons", () => {
  assert.equal(read("#e=c=a+b;d=b+1;e=c*d").document.source, "c=a+b\nd=b+1\ne=c*d");
});

const PROGRAMS = [
  "c = a + b\nd = b + 1\ne = c * d",
  "# a note; with a semicolon\ny = x^2 # and another",
  "h = x\nrepeat 3 as t:\n  h = tanh(w * h)\nh",
  "a = 1; b = 2\na + b",
  'θ₁ = 角度 * 2 % 3 & 4 # 100% <ok> "q"',
  "",
  "x\n",
];
for (const source of PROGRAMS) {
  test(`the program ${JSON.stringify(source)} comes back as it was`, () => {
    assert.equal(roundTrip(documentOf(source)).document.source, source);
  });
}

test("values of every sort come back", () => {
  /** @type {Document["values"]} */
  const values = {
    a: -0.5,
    b: 1e-30,
    W: [
      [1, 2],
      [3, 4],
    ],
    big: "Infinity",
    "h@1": 2,
    角: 1,
  };
  assert.deepEqual(roundTrip(documentOf("a", values)).document.values, values);
});

test("a value named like a field of the link is told apart from it", () => {
  const values = { e: 1, step: 2, mode: 3, "v.x": 4 };
  const link = roundTrip(documentOf("e + step", values), { step: 7 });
  assert.deepEqual(link.document.values, values);
  assert.equal(link.step, 7);
});

test("a typed value that is not a number is left for the server", () => {
  const link = read("#e=x*y&x=1/3&y=2");
  assert.deepEqual([link.typed, link.document.values], [{ x: "1/3" }, { y: 2 }]);
});

test("what can be no value is left for the server, which says so", () => {
  const typed = { a: "1e999", b: '[1, "x"]', c: "[1, [2]]", d: "true", e: "null" };
  const link = readLink(`#e=a*b&${new URLSearchParams(typed)}`.replace("e=null", "v.e=null"));
  assert.deepEqual(link?.typed, { ...typed, b: '[1,+"x"]', c: "[1,+[2]]" });
  assert.deepEqual(link?.document.values, {});
});

test("half a letter does not keep a program out of the address", () => {
  assert.equal(writeLink(documentOf("a\ud800b")), writeLink(documentOf("a\ufffdb")));
  assert.equal(readLink(writeLink(documentOf("a😀b")))?.document.source, "a😀b");
});

test("output, inputs and language are kept", () => {
  const document = { ...documentOf("a"), output: "c", wrt: ["a", "b"] };
  const link = roundTrip(document, { lang: "zh" });
  assert.deepEqual([link.document.output, link.document.wrt, link.lang], ["c", ["a", "b"], "zh"]);
});

test("fields this page does not use come back unchanged", () => {
  const written = writeLink(read("#e=a&hide=table,paths&quiz=grad:b").document);
  assert.equal(written, "#e=a&hide=table,paths&quiz=grad:b");
});

test("without a program there is no link", () => {
  for (const text of ["", "#", "#a=2", "#nonsense", "#&&=&"]) assert.equal(readLink(text), null);
});

test("a damaged escape is shown as it stands", () => {
  assert.equal(read("#e=a%2").document.source, "a%2");
});

test("a link without a step has none", () => {
  assert.equal(read("#e=a").step, null);
  assert.equal(read("#e=a&step=no").step, null);
});

test("the seed example fits in a line", () => {
  const link = writeLink(documentOf("(a+b)*(b+1)", { a: 2, b: 1 }), { step: 9 });
  assert.equal(link, "#e=(a+b)*(b+1)&a=2&b=1&step=9");
});
