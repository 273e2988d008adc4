import assert from "node:assert/strict";
import { test } from "node:test";
import { beginning } from "../../static/js/model/document/beginning.js";
import { storeOf } from "../../static/js/store.js";

const words = () => "";

function newStore() {
  return storeOf(beginning({ language: "en", words, drawer: null }));
}

test("whoever watches is told what is and what was", () => {
  const store = newStore();
  /** @type {boolean[][]} */
  const heard = [];
  store.watch((state, before) => heard.push([before.gone, state.gone]));
  store.update({ gone: true });
  assert.deepEqual(heard, [[false, true]]);
});

test("who has ended, even while being told, hears nothing more; all others do", () => {
  const store = newStore();
  /** @type {string[]} */
  const heard = [];
  store.watch(() => heard.push("first"));
  const end = store.watch(() => {
    heard.push("once");
    end();
  });
  store.watch(() => heard.push("last"));
  store.update({});
  store.update({});
  assert.deepEqual(heard, ["first", "once", "last", "first", "last"]);
});
