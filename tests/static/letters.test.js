import assert from "node:assert/strict";
import { test } from "node:test";
import { nameWidth, nameWithin } from "../../static/js/model/drawing/letters.js";

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
