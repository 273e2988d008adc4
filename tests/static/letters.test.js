import assert from "node:assert/strict";
import { test } from "node:test";
import { nameWidth, nameWithin, numberWithin } from "../../static/js/model/drawing/letters.js";

test("a wide letter takes more room than a narrow one", () => {
  assert.ok(nameWidth("WWW") > nameWidth("aaa"));
  assert.ok(nameWidth("aaa") > nameWidth("l.("));
  assert.ok(nameWidth("学") > nameWidth("a"));
});

test("a name that fits is whole", () => {
  assert.equal(nameWithin("log(S / K)", nameWidth("log(S / K)")), "log(S / K)");
});

test("of a longer name, as much is shown as there is room for beside the mark", () => {
  for (const name of ["Wq @ Xm @ Km", "attention", "学习率乘以梯度"]) {
    for (let room = 30; room < nameWidth(name); room += 7) {
      const shown = nameWithin(name, room);
      assert.ok(shown.endsWith("…") && name.startsWith(shown.slice(0, -1)), shown);
      assert.ok(nameWidth(shown) <= room, `${shown} is wider than ${room}`);
    }
  }
});

test("a number is set as large as its slot has room for", () => {
  const called = (/** @type {string} */ number, /** @type {number} */ room) =>
    numberWithin(number, room).called;
  const scalars = ["0.123", "0.1966", "−0.1966", "−0.08217"];
  assert.deepEqual(
    scalars.map((each) => called(each, 66)),
    ["", "long", "longer", "longest"],
  );
  assert.equal(called("[1, 1]", 110), "");
  assert.equal(called("[1.2 … −1.5]", 110), "long");
  assert.equal(called("[0.12 … −0.4]", 110), "longer");
});

test("only what would stick out in the smallest letters is set narrower", () => {
  assert.equal(numberWithin("−0.08217", 66).wide, false);
  assert.equal(numberWithin("−1.966012e−15", 66).wide, true);
});
