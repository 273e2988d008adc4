import assert from "node:assert/strict";
import { test } from "node:test";
import { nodeAt, writtenAt } from "../../static/js/model/text/spans.js";
import { graph } from "./seed.js";

const SOURCE = "c = a + b\nd = b + 1\ne = c * d";

test("a node is shown in its line, its own part apart", () => {
  const span = { line: 2, start: 4, end: 9 };
  assert.deepEqual(writtenAt(SOURCE, span), { before: "d = ", own: "b + 1", after: "" });
  assert.equal(writtenAt(SOURCE, { line: 9, start: 0, end: 1 }), null);
  assert.equal(writtenAt(SOURCE, null), null);
});

test("of a long line there is what is near", () => {
  const long = `y = ${"a + ".repeat(40)}b + ${"a + ".repeat(40)}a`;
  const written = writtenAt(long, { line: 1, start: 164, end: 165 });
  assert.equal(written?.own, "b");
  assert.ok(written?.before.startsWith("…") && written.before.endsWith("a + "));
  assert.ok(written?.after.startsWith(" + a") && written.after.endsWith("…"));
});

test("a place of the text means what is named there, or the smallest node around it", () => {
  const names = [4, 6, 8, 9, 14, 26, 22, 2].map((place) => nodeAt(graph, SOURCE, place)?.name);
  assert.deepEqual(names, ["a", "c", "b", "b", "b", "e", undefined, undefined]);
});
