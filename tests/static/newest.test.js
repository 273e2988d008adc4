import assert from "node:assert/strict";
import { test } from "node:test";
import { newestWins } from "../../static/js/effects/waiting/newest.js";
import { SHORTCUTS, capOf, shortcutFor } from "../../static/js/model/shortcuts.js";
import { WRITING } from "../../static/js/model/text/keys.js";

/** @typedef {{ job: string, signal: AbortSignal, end: () => void }} Started */

/** Jobs that end when they are told to.
 * @param {(running: string, next: string) => boolean} [outdates] */
function workshop(outdates = () => false) {
  /** @type {Started[]} */
  const started = [];
  const jobs = newestWins(
    (job, signal) =>
      new Promise((resolve) => {
        started.push({ job, signal, end: () => resolve() });
      }),
    outdates,
  );
  return { jobs, started };
}

const rest = () => new Promise((resolve) => setImmediate(resolve));

test("while one job runs only the latest waits", async () => {
  const { jobs, started } = workshop();
  for (const job of "abcd") jobs.submit(job);
  assert.deepEqual(
    started.map(({ job }) => job),
    ["a"],
  );
  started[0].end();
  await rest();
  assert.deepEqual(
    started.map(({ job }) => job),
    ["a", "d"],
  );
  started[1].end();
  await rest();
  assert.equal(jobs.busy(), false);
});

test("a job that is worth nothing any more is stopped", () => {
  const { jobs, started } = workshop((running, next) => running !== next);
  jobs.submit("a");
  jobs.submit("b");
  assert.equal(started[0].signal.aborted, true);
});

test("a job still worth something runs on", () => {
  const { jobs, started } = workshop();
  jobs.submit("a");
  jobs.submit("b");
  assert.equal(started[0].signal.aborted, false);
});

const press = (/** @type {string} */ key, more = {}) =>
  shortcutFor({ key, shiftKey: false, ctrlKey: false, altKey: false, metaKey: false, ...more });

test("keys are found in the table, with and without shift", () => {
  assert.equal(press("ArrowRight"), "next");
  assert.equal(press("ArrowRight", { shiftKey: true }), "nextPhase");
  assert.equal(press("?", { shiftKey: true }), "sheet");
  assert.equal(press("G"), "jump");
  assert.equal(press("f"), "forward");
  assert.equal(press("F", { shiftKey: true }), "present");
});

test("Ctrl takes back and does again, with whatever case the key comes", () => {
  for (const held of ["ctrlKey", "metaKey"]) {
    assert.equal(press("z", { [held]: true }), "undo");
    for (const key of ["z", "Z"])
      assert.equal(press(key, { [held]: true, shiftKey: true }), "redo");
    assert.equal(press("y", { [held]: true }), "redo");
  }
});

test("other keys with Ctrl, Alt or Meta belong to the browser", () => {
  for (const held of ["ctrlKey", "altKey", "metaKey"])
    assert.equal(press("g", { [held]: true }), null);
  assert.equal(press("Enter", { altKey: true }), "node");
  assert.equal(press("d", { altKey: true }), "describe");
  assert.equal(press("e", { ctrlKey: true }), null);
  assert.equal(press("E", { ctrlKey: true, shiftKey: true }), "png");
  assert.equal(press("e", { ctrlKey: true, altKey: true }), "svg");
  assert.equal(press("Enter"), null);
});

test("no key asks for two things", () => {
  const keys = [...SHORTCUTS, ...WRITING].flatMap(({ keys: each, shift, ctrl, alt }) =>
    each.map((key) => `${ctrl ?? false} ${alt ?? false} ${shift ?? false} ${key}`),
  );
  assert.equal(new Set(keys).size, keys.length);
  assert.ok([...SHORTCUTS, ...WRITING].every((shortcut) => capOf(shortcut) !== ""));
});
