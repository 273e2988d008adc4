import assert from "node:assert/strict";
import { test } from "node:test";
import { asLatexNames } from "../../static/js/model/text/latex.js";

const LEFT = { rest: [] };

test("names with a number get the subscript that LaTeX writes, wherever they are named", () => {
  const document = {
    ...LEFT,
    source: "net1 = w1*x_1 + atan2(e, 1e3) # w2",
    values: { w1: 2, x_1: 3, e: 1 },
    output: "net1",
    wrt: ["w1"],
  };
  assert.deepEqual(asLatexNames(document), {
    ...LEFT,
    source: "net_1 = w_1*x_1 + atan2(e_0, 1e3) ",
    values: { w_1: 2, x_1: 3, e_0: 1 },
    output: "net_1",
    wrt: ["w_1"],
  });
});

test("where two names would become one, there is none", () => {
  const document = { ...LEFT, values: {}, output: null, wrt: null };
  assert.equal(asLatexNames({ ...document, source: "w1 + w_1" }), null);
  assert.equal(asLatexNames({ ...document, source: "e + e_0" }), null);
  assert.equal(asLatexNames({ ...document, source: "w_1 + 1", values: { w1: 1 } }), null);
});
