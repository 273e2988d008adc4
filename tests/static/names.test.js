import assert from "node:assert/strict";
import { afterEach, test } from "node:test";
import { prefer, preferences } from "../../static/js/model/document/preferences.js";
import { strengths } from "../../static/js/model/drawing/strength.js";
import { shareOf } from "../../static/js/model/listing.js";
import { unlessHidden } from "../../static/js/model/numbers/numbers.js";
import { frameOf } from "../../static/js/model/steps/frame.js";
import { historyOf } from "../../static/js/model/steps/history.js";
import { sharesOf } from "../../static/js/model/text/twin.js";
import { labelOn } from "../../static/js/view/graph/edge.js";
import { graph, trace } from "./seed.js";

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

test("among names only nothing is drawn longer or wider for a larger number", () => {
  const frame = frameOf(historyOf(trace), trace.steps.length);
  const items = /** @type {any} */ ([{ product: 3 }, { product: -2 }]);
  const sizes = () => [
    ...graph.nodes.map(sharesOf(graph, frame)),
    ...strengths(graph.edges, graph, frame).values(),
    ...items.map((/** @type {any} */ _, /** @type {number} */ i) => shareOf(items, i)),
  ];
  assert.ok(Math.max(...sizes()) === 1);
  prefer({ shown: "names" });
  assert.deepEqual(new Set(sizes()), new Set([0]));
});
