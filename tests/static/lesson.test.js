import assert from "node:assert/strict";
import { test } from "node:test";
import { lessonAlone, lessonIn, placeOf } from "../../static/js/model/asked.js";
import { historyOf } from "../../static/js/model/steps/history.js";
import {
  afterAnswer,
  beforeAnswer,
  documentShown,
  isAskable,
  isShown,
  patientStep,
  questionIn,
  sectionsOf,
  stepOf,
} from "../../static/js/model/lesson.js";
import { answered, rightIn, tableOf } from "../../static/js/model/document/progress.js";
import { sifted, tagsOf } from "../../static/js/model/sieve.js";
import { trace } from "./seed.js";

const history = historyOf(trace);
const shown = { program: "p", source: "y = x", values: { x: 2 }, view: { step: "end" } };
/** @param {string} sort @param {object} [more] @returns {any} */
const block = (sort, more = {}) => ({
  id: sort,
  sort,
  texts: [],
  state: null,
  question: null,
  ...more,
});

test("a heading before a state belongs to the state's section", () => {
  const blocks = [
    block("goals"),
    block("show", { state: shown }),
    block("text"),
    block("heading"),
    block("show", { state: shown }),
    block("predict"),
  ];
  const { before, sections } = sectionsOf(/** @type {any} */ ({ blocks }));
  assert.deepEqual(
    before.map(({ sort }) => sort),
    ["goals"],
  );
  assert.deepEqual(
    sections.map((section) => section.blocks.map(({ sort }) => sort)),
    [["text"], ["heading", "predict"]],
  );
});

test("a state names its step, or counts it", () => {
  assert.deepEqual(
    ["start", "forward", "end", "9", "99", undefined].map((step) => stepOf(history, step)),
    [0, 5, 11, 9, 11, 11],
  );
});

test("the graph stops before the answer to an open question, and shows it afterwards", () => {
  /** @type {[string, object, number, number][]} */
  const cases = [
    ["value", { node: 5 }, 4, 5],
    ["local", { edge: 4 }, 4, 5],
    ["gradient", { node: 2 }, 6, 7],
    ["sum", { node: 1 }, 8, 11],
    ["sign", { node: 4 }, 7, 8],
    ["next", { step: 2 }, 8, 9],
    ["wrong", {}, 5, 11],
    ["paths", { node: 1 }, 11, 11],
  ];
  for (const [kind, about, before, after] of cases) {
    assert.equal(beforeAnswer(history, { kind, about }), before, kind);
    assert.equal(afterAnswer(history, { kind, about }), after, kind);
  }
});

test("several open questions wait for the earliest", () => {
  const open = [
    { kind: "gradient", about: { node: 1 } },
    { kind: "value", about: { node: 4 } },
  ];
  assert.equal(patientStep(history, shown, open), 3);
  assert.equal(patientStep(history, shown, []), 11);
});

test("a lesson stays in the link of what it shows", () => {
  const document = documentShown({ ...shown, view: { mode: "forward:x" } }, "paths");
  assert.deepEqual(document.rest, [
    ["lesson", "paths"],
    ["mode", "forward:x"],
  ]);
  assert.ok(!isShown(document, shown));
  assert.ok(isShown(documentShown(shown, "paths"), shown));
  assert.ok(!isShown({ ...documentShown(shown, ""), values: { x: 3 } }, shown));
});

test("a link asks for a lesson, a paragraph, or a question", () => {
  assert.equal(lessonIn("#lesson=graph.p12"), "graph.p12");
  assert.equal(lessonIn("#e=a*b&lesson=gates&step=2"), "gates");
  assert.equal(lessonIn("#e=lessons"), "");
  assert.equal(lessonAlone("#lesson=gates"), "gates");
  assert.equal(
    lessonAlone("#e=a*b&lesson=gates"),
    "",
    "its program is opened, and the lesson with it",
  );
  assert.deepEqual(placeOf("graph.p12"), { id: "graph", block: "p12" });
  assert.deepEqual(questionIn("grad:b"), { kind: "gradient", about: { node: "b" } });
  assert.deepEqual(questionIn("local:c->e"), { kind: "local", about: { edge: "c->e" } });
  assert.deepEqual(questionIn("next:2"), { kind: "next", about: { step: 2 } });
  assert.deepEqual(questionIn("mode"), { kind: "mode", about: null });
  assert.equal(questionIn(""), null);
});

test("a link asks only about what the program has", () => {
  for (const text of ["grad:b", "grad:1", "local:d->e", "local:d->e:1", "next:2", "mode"])
    assert.ok(isAskable(/** @type {any} */ (questionIn(text)), trace.graph), text);
  for (const text of ["zz", "grad:zz", "local:e->d", "next:soon"])
    assert.ok(!isAskable(/** @type {any} */ (questionIn(text)), trace.graph), text);
});

test("answers are counted, and written as a table that no spreadsheet runs", () => {
  const given = {
    ...{ lesson: "paths", block: "p9", prompt: 'What, "exactly"?', answer: "=1+1" },
    ...{ correct: false, sure: true, code: "one_path" },
  };
  const once = answered({}, given);
  const twice = answered(once, { ...given, answer: "5", correct: true });
  assert.equal(rightIn(once, "paths"), 0);
  assert.equal(rightIn(twice, "paths"), 1);
  assert.equal(twice.paths?.p9?.tries, 2);
  const [head, row] = tableOf(once, "paths").split("\r\n");
  assert.equal(head, "lesson,block,prompt,answer,correct,sure,code,tries");
  assert.equal(row, `paths,p9,"What, ""exactly""?",'=1+1,false,true,one_path,1`);
});

test("a search looks at titles, purposes, programs and tags", () => {
  const example = { id: "s", title: "A saddle", about: "Flat in the middle", source: "x^2" };
  const saddle = /** @type {any} */ ({ ...example, tags: [{ id: "land", name: "landscapes" }] });
  const other = /** @type {any} */ ({ ...saddle, title: "A line", about: "", tags: [] });
  const found = (text = "", tag = "") => sifted([saddle, other], { text, tag }).length;
  assert.deepEqual(
    [found(), found("saddle flat"), found("x^2"), found("landsc"), found("", "land"), found("z")],
    [2, 1, 2, 1, 1, 0],
  );
  assert.deepEqual(tagsOf([saddle, saddle]), [{ id: "land", name: "landscapes", count: 2 }]);
});
