import assert from "node:assert/strict";
import { test } from "node:test";
import { cardAbout } from "../../static/js/view/graph/between.js";

const CARDS = [{ x: 0 }, { x: 10 }, { x: 20 }];
const answer = /** @type {any} */ ({
  placed: { nodes: CARDS },
  trace: { graph: { output: 2 } },
  drawn: { owner: new Map([[1, 2]]) },
});
const at = (/** @type {any} */ now) => /** @type {any} */ ({ now });

test("a step looks at its node's card, or at the card that the node is folded into", () => {
  assert.equal(cardAbout(answer, at({ node: 0 })), CARDS[0]);
  assert.equal(cardAbout(answer, at({ node: 1 })), CARDS[2]);
});

test("before the first step the output is looked at, and nothing that is not drawn", () => {
  assert.equal(cardAbout(answer, at(null)), CARDS[2]);
  assert.equal(cardAbout(answer, at({ node: 7 })), null);
});
