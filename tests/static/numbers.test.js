import assert from "node:assert/strict";
import { test } from "node:test";
import { partsOf } from "../../static/js/model/text/subscripts.js";
import {
  exact,
  moreThan,
  show,
  showFactor,
  showSum,
} from "../../static/js/model/numbers/numbers.js";

/** @type {[import("../../static/js/types.js").Local, string][]} */
const SHOWN = [
  [6, "6"],
  [0, "0"],
  [-0, "0"],
  [-2.5, "−2.5"],
  [1 / 3, "0.3333"],
  [123456, "123500"],
  [1234567, "1.235e6"],
  [0.00001234, "1.234e−5"],
  [1e-300, "1e−300"],
  [1e21, "1e21"],
  ["Infinity", "∞"],
  ["-Infinity", "−∞"],
  ["NaN", "NaN"],
  [null, ""],
  [[1, 2, 3], "[1, 2, 3]"],
  [
    [
      [1, 2],
      [3, 4],
      [5, 6],
    ],
    "[1, 2 … 6]",
  ],
  [{ kind: "dense", data: [1, 2] }, "J"],
  [{ kind: "diagonal", data: [1, 2] }, "⊙"],
];
for (const [value, text] of SHOWN) {
  test(`${JSON.stringify(value)} is shown as ${JSON.stringify(text)}`, () => {
    assert.equal(show(value), text);
  });
}

test("the exact text loses nothing", () => {
  for (const x of [1 / 3, 1e-300, -2.5, 6]) assert.equal(Number(exact(x)), x);
  assert.equal(exact(null), "");
  assert.equal(exact([[1, "NaN"]]), '[[1,"NaN"]]');
});

test("under the pointer stand all digits, where not all are shown", () => {
  assert.equal(moreThan(2 / 3), "0.6666666666666666");
  assert.equal(moreThan(-1e-7 / 3), "−3.3333333333333334e−8");
  assert.equal(moreThan(0.5), null);
  assert.equal(moreThan(null), null);
  assert.equal(moreThan([1 / 3, 2]), "[0.3333333333333333,2]");
  assert.equal(moreThan({ kind: "rule", shape: [2, 2] }), null);
});

test("a negative term is subtracted, a negative factor wears brackets", () => {
  assert.equal(showSum([3, -2, 0.5]), "3 − 2 + 0.5");
  assert.equal(showFactor(-2), "(−2)");
});

test("what follows an underscore is a subscript, also inside a derivative", () => {
  const low = (/** @type {string} */ name) =>
    partsOf(name)
      .map(({ text, low: below }) => (below ? `[${text}]` : text))
      .join("");
  assert.equal(low("w_1"), "w[1]");
  assert.equal(low("∂net_h1/∂w_1_2 = "), "∂net[h1]/∂w[1_2] = ");
  assert.equal(low("_x"), "_x");
  assert.equal(low("∂E/∂h@1"), "∂E/∂h′");
  assert.equal(low("plain"), "plain");
});
