import assert from "node:assert/strict";
import { test } from "node:test";
import { lineNodes, noteOf } from "../../static/js/model/text/line-nodes.js";
import { noteAt, noteBegun } from "../../static/js/model/text/noted.js";
import { foldsIn, piecesOf } from "../../static/js/model/text/pieces.js";
import {
  carried,
  doubled,
  moved,
  placesFor,
  removed,
} from "../../static/js/model/text/rearranged.js";
import { graph } from "./seed.js";

const PROGRAM = `# of the first
# two lines
c = a + b  # the sum
repeat 3 as t:
    # inside
    c = c * 0.9

    repeat 2 as s:
        c = c + s
y = [1, # one
  2]
# about e
e = c * (
  y[0])  # the end`;

/** @param {string} source @param {{ from: number, to: number, insert: string }[]} changes */
function changed(source, changes) {
  const last = changes.toSorted((one, other) => other.from - one.from || other.to - one.to);
  return last.reduce(
    (text, { from, to, insert }) => text.slice(0, from) + insert + text.slice(to),
    source,
  );
}

/** @param {string} source @param {number} line @param {1 | -1} way */
const shifted = (source, line, way) => changed(source, moved(piecesOf(source), line, way));

test("repetitions, expressions over several lines and runs of comments fold", () => {
  const folds = foldsIn(piecesOf(PROGRAM)).map(({ first, last }) => [first, last]);
  assert.deepEqual(folds, [
    [1, 2],
    [4, 9],
    [8, 9],
    [10, 11],
    [13, 14],
  ]);
});

test("a bracket that is never closed, or stands in a comment, holds nothing together", () => {
  assert.deepEqual(foldsIn(piecesOf("y = (a +\nb = 2\nc = 3")), []);
  assert.deepEqual(foldsIn(piecesOf("y = a # (\nb = 2 # )")), []);
  assert.deepEqual(foldsIn(piecesOf("y = a % (\nb = 2 % )", true)), []);
  assert.equal(foldsIn(piecesOf("y = f（a,\n b)")).length, 1);
});

test("comments after the last line of a repetition are not in it", () => {
  assert.deepEqual(foldsIn(piecesOf("repeat 2 as t:\n x = x + t\n\n # of y\ny = x")), [
    { first: 1, last: 2 },
  ]);
});

test("the note of a line is what is above it and what is at its end", () => {
  const found = piecesOf(PROGRAM);
  const notes = [1, 3, 4, 6, 9, 11, 14].map((line) => noteAt(found, line, false)?.text);
  assert.deepEqual(notes, [
    undefined,
    "of the first\ntwo lines\nthe sum",
    undefined,
    "inside",
    undefined,
    "one",
    "about e\nthe end",
  ]);
  const { last } = noteAt(found, 3, false) ?? { last: { from: 0, to: 0 } };
  assert.equal(PROGRAM.slice(last.from, last.to), "the sum");
  assert.equal(noteAt(piecesOf("y = x ＃ 全角"), 1, false)?.text, "全角");
  assert.equal(noteAt(piecesOf("y = x # 50 \\% % half", true), 1, true)?.text, "half");
});

test("a line without a note gets one at its end", () => {
  const begun = (/** @type {string} */ source, latex = false) =>
    changed(source, [noteBegun(piecesOf(source, latex), 1, latex)]);
  assert.equal(begun("y = x"), "y = x  # ");
  assert.equal(begun("y = x   "), "y = x  # ");
  assert.equal(begun("y = x #"), "y = x  # ");
  assert.equal(begun("y = x", true), "y = x  % ");
  assert.equal(begun("y = [1,\n2]\nz = 3"), "y = [1,\n2]  # \nz = 3");
});

test("a line moves with all that belongs to it, past all of what is there", () => {
  assert.equal(shifted("# n\na = 1\nb = 2", 2, 1), "b = 2\n# n\na = 1");
  assert.equal(shifted("b = 2\n# n\na = 1", 3, -1), "# n\na = 1\nb = 2");
  const loop = "repeat 2 as t:\n  x = x + t\n\n  y = x";
  assert.equal(shifted(`a = 1\n${loop}`, 1, 1), `${loop}\na = 1`);
  assert.equal(shifted(`${loop}\na = 1`, 1, 1), `a = 1\n${loop}`);
  assert.equal(shifted(`${loop}\na = 1`, 5, -1), `a = 1\n${loop}`);
  assert.equal(shifted("y = [1,\n2]\nz = 3", 2, 1), "z = 3\ny = [1,\n2]");
});

test("a line does not leave what it is in, and a comment goes anywhere", () => {
  const loop = "a = 1\nrepeat 2 as t:\n  # n\n  x = x + t\nb = 2";
  assert.equal(shifted(loop, 4, -1), loop);
  assert.equal(shifted(loop, 4, 1), loop);
  assert.equal(shifted(loop, 3, -1), "a = 1\n  # n\nrepeat 2 as t:\n  x = x + t\nb = 2");
  for (const [line, way] of /** @type {[number, 1 | -1][]} */ ([
    [1, -1],
    [5, 1],
  ]))
    assert.equal(shifted(loop, line, way), loop);
});

test("whatever moves comes back, and no line is lost", () => {
  const sorted = (/** @type {string} */ text) => text.split("\n").toSorted().join("\n");
  for (let line = 1; line <= PROGRAM.split("\n").length; line++)
    for (const way of /** @type {const} */ ([1, -1])) {
      const there = shifted(PROGRAM, line, way);
      assert.equal(sorted(there), sorted(PROGRAM), `line ${line}`);
    }
  assert.equal(shifted(shifted("a\nb\nc", 2, 1), 3, -1), "a\nb\nc");
});

test("a line is carried where moving it by and by would bring it, and nowhere else", () => {
  const count = PROGRAM.split("\n").length;
  for (let line = 1; line <= count; line++) {
    const found = piecesOf(PROGRAM);
    const { own, places } = placesFor(found, line);
    const home = places.indexOf(own.first);
    assert.deepEqual(carried(found, line, own.first), []);
    for (const way of /** @type {const} */ ([1, -1])) {
      let [text, at] = [PROGRAM, line];
      for (let i = home + way; places[i] !== undefined; i += way) {
        const before = shifted(text, at, way);
        const place = Number(places[i]);
        at = line + (way < 0 ? place - own.first : place - own.last - 1);
        const whole = changed(PROGRAM, carried(found, line, place));
        assert.equal(whole, before, `line ${line} before ${place}`);
        text = before;
      }
      assert.equal(shifted(text, at, way), text, `line ${line} has come to an end`);
    }
  }
});

test("a repetition is carried with its lines, and its own lines stay in it", () => {
  const loop = piecesOf("a = 1\nrepeat 2 as t:\n  # n\n  x = x + t\n  y = x\nb = 2");
  assert.deepEqual(placesFor(loop, 2).places, [1, 2, 7]);
  assert.deepEqual(placesFor(loop, 5).places, [3, 5]);
  assert.deepEqual(placesFor(loop, 6).places, [1, 2, 6]);
});

test("a line is doubled without its comments above, and taken away with them", () => {
  const source = "# n\na = 1 # m\nrepeat 2 as t:\n  x = x + t\nb = 2";
  const found = piecesOf(source);
  assert.equal(changed("a = 1", doubled(piecesOf("a = 1"), 1)), "a = 1\na = 1");
  assert.equal(
    changed(source, doubled(found, 2)),
    "# n\na = 1 # m\na = 1 # m\nrepeat 2 as t:\n  x = x + t\nb = 2",
  );
  assert.equal(changed(source, removed(found, 2)), "repeat 2 as t:\n  x = x + t\nb = 2");
  assert.equal(changed(source, removed(found, 3)), "# n\na = 1 # m\nb = 2");
  assert.equal(changed(source, removed(found, 5)), "# n\na = 1 # m\nrepeat 2 as t:\n  x = x + t");
  assert.equal(changed("a", removed(piecesOf("a"), 1)), "");
});

test("each line makes a node, and what that is to the graph", () => {
  const source = "c = a + b\nd = b + 1\ne = c * d";
  const made = [...lineNodes(graph, source)].map(([line, { node, role }]) => [
    line,
    node.name,
    role,
  ]);
  assert.deepEqual(made, [
    [1, "c", "op"],
    [2, "d", "op"],
    [3, "e", "output"],
  ]);
  const three = graph.nodes.slice(3, 4).map((node) => ({ ...node, name: "k@1" }));
  const alone = { ...graph, nodes: three };
  assert.deepEqual(
    [...lineNodes(alone, "\nk = 1    1").values()].map(({ role }) => role),
    ["constant"],
  );
  assert.equal(lineNodes(alone, "\nrepeat 1 as t:").size, 0);
});

test("only the node that its line makes has the line's note", () => {
  const source = "# top\nc = a + b # sum".replace("# top\n", "");
  /** @type {import("../../static/js/types.js").Document} */
  const document = { source, values: {}, output: null, wrt: null, rest: [] };
  assert.deepEqual(
    graph.nodes.map((node) => noteOf(graph, document, node)),
    ["", "", "sum", "", "", ""],
  );
  const latex = { ...document, rest: /** @type {[string, string][]} */ ([["notation", "latex"]]) };
  assert.equal(noteOf(graph, latex, /** @type {any} */ (graph.nodes[2])), "");
});

test("brackets that close and those that never do, in every short text of them", () => {
  const parts = ["(", ")", "a", "(a)", "))"];
  for (let n = 0; n < parts.length ** 5; n++) {
    const lines = [0, 1, 2, 3, 4].map((k) => parts[Math.floor(n / parts.length ** k) % 5] ?? "");
    const { pieces } = piecesOf(lines.join("\n"));
    for (const { first, last } of pieces) assert.equal(last, closed(lines, first), lines.join(" "));
  }
});

/** Counted anew for each line. @param {string[]} lines @param {number} first */
function closed(lines, first) {
  let depth = 0;
  for (let line = first; line <= lines.length; line++) {
    const text = lines[line - 1] ?? "";
    depth += text.split("(").length - text.split(")").length;
    if (depth <= 0) return line;
  }
  return first;
}
