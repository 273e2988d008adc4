import assert from "node:assert/strict";
import { afterEach, test } from "node:test";
import { prefer, preferences } from "../../static/js/model/document/preferences.js";
import { unlessHidden } from "../../static/js/model/numbers/numbers.js";
import { labelOn } from "../../static/js/view/graph/edge.js";

afterEach(() => prefer(null));

const idle = /** @type {any} */ ({ product: null, local: 2 });
const used = /** @type {any} */ ({ product: { upstream: 3, local: 2 }, local: 2 });

test("what makes no sense is names with their values", () => {
  prefer({ shown: "nothing" });
  assert.equal(preferences.shown, "values");
  prefer({ shown: "names" });
  assert.equal(preferences.shown, "names");
});

test("among names only there is a mark in place of a number, and none where there is none", () => {
  assert.equal(unlessHidden("2"), "2");
  prefer({ shown: "names" });
  assert.equal(unlessHidden("2"), "?");
  assert.equal(unlessHidden(""), "");
});

test("among names only an edge bears its symbol, even while it is used, or nothing", () => {
  assert.equal(labelOn(used, "e", "c"), "3 · 2");
  for (const labels of ["number", "symbol", "both"]) {
    prefer({ labels, shown: "names" });
    assert.equal(labelOn(idle, "e", "c"), "∂e/∂c");
    assert.equal(labelOn(used, "e", "c"), "∂e/∂c");
    assert.equal(labelOn(idle, "a_long_name", "another_one"), "");
  }
  prefer({ labels: "none", shown: "names" });
  assert.equal(labelOn(used, "e", "c"), "");
});
