import assert from "node:assert/strict";
import { test } from "node:test";
import { moved, noted, placeIn } from "../../static/js/model/document/speaker-notes.js";

const at = (/** @type {string} */ place, work = 1) => ({ place, work, carried: false });

test("a place is a program, or where one is in a lesson", () => {
  assert.equal(placeIn(null, "y = a"), "program.y = a");
  assert.equal(placeIn({ id: "paths", at: "p3" }, "y = a"), "lesson.paths.p3");
});

test("a note that is wiped out leaves nothing", () => {
  assert.deepEqual(noted({ a: "one", b: "two" }, "a", ""), { b: "two" });
  assert.deepEqual(noted({ a: "one" }, "a", "three"), { a: "three" });
});

test("a note goes along with an edit, and stays where it was typed", () => {
  const first = { "program.a": "say this" };
  const second = moved(first, at("program.a"), at("program.ab"));
  assert.deepEqual(second.notes, { "program.a": "say this", "program.ab": "say this" });
  const third = moved(second.notes, second.here, at("program.abc"));
  assert.deepEqual(third.notes, { "program.a": "say this", "program.abc": "say this" });
  const back = moved(third.notes, third.here, at("program.a"));
  assert.deepEqual(back.notes, first);
  assert.equal(back.here.carried, false, "it is the one that was typed there");
});

test("what is told once more of the same place stays a copy", () => {
  const copy = moved({ "program.a": "say this" }, at("program.a"), at("program.ab"));
  assert.equal(moved(copy.notes, copy.here, at("program.ab")).here.carried, true);
});

test("another program, and a lesson, have notes of their own", () => {
  const notes = { "program.a": "say this", "lesson.paths.p1": "ask them" };
  for (const [from, to] of [
    [at("program.a", 1), at("program.b", 2)],
    [at("program.a"), at("lesson.paths.p2")],
    [at("lesson.paths.p1"), at("program.b")],
    [at("lesson.paths.p1"), at("lesson.paths.p2")],
  ])
    assert.equal(moved(notes, /** @type {any} */ (from), /** @type {any} */ (to)).notes, notes);
});

test("a note of the place itself goes before one that comes along", () => {
  const notes = { "program.a": "say this", "program.ab": "say that" };
  assert.deepEqual(moved(notes, at("program.a"), at("program.ab")).notes, notes);
});
