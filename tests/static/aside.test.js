import assert from "node:assert/strict";
import { test } from "node:test";
import { Worker } from "node:worker_threads";
import { asideIn } from "../../static/js/effects/drawing/aside.js";
import { done } from "../../static/js/model/drawing/jobs.js";
import { climbed } from "../../static/js/model/drawing/ladder.js";
import { graph as seed } from "./seed.js";

/** @import { Job } from "../../static/js/model/drawing/jobs.js" */

const FILE = new URL("../../static/js/effects/drawing/aside-worker.js", import.meta.url).href;
/** The names that a browser has for the two ends of a worker. */
const ENDS = `
  const { parentPort } = require("node:worker_threads");
  globalThis.postMessage = (answer) => parentPort.postMessage(answer);
  const loaded = import(${JSON.stringify(FILE)});
  parentPort.on("message", (data) => loaded.then(() => globalThis.onmessage({ data })));`;

let running = 0;
/** A real thread, that says what a worker of a browser says. @returns {any} */
const started = () => {
  const thread = new Worker(ENDS, { eval: true });
  running += 1;
  const ends = {
    onmessage: (/** @type {{ data: unknown }} */ _event) => {},
    onerror: (/** @type {unknown} */ _event) => {},
    postMessage: (/** @type {unknown} */ asked) => thread.postMessage(asked),
    terminate() {
      running -= 1;
      return thread.terminate();
    },
  };
  thread.on("message", (data) => ends.onmessage({ data }));
  thread.on("error", (error) => ends.onerror(error));
  return { ends, thread };
};

/** @type {Job} */
const plain = { kind: "plain", graph: seed, way: "right" };

/** @param {(aside: ReturnType<typeof asideIn>) => Promise<void>} told */
const withWorker = async (told) => {
  /** @type {Worker[]} */
  const threads = [];
  const aside = asideIn(() => {
    const { ends, thread } = started();
    threads.push(thread);
    return ends;
  });
  await told(aside);
  await Promise.all(threads.map((thread) => thread.terminate()));
};

test("what comes back from the worker is what would have been done here", () =>
  withWorker(async (aside) => {
    assert.deepEqual(await aside(plain), done(plain));
  }));

test("a job that nobody wants any more is stopped, and the others get their answers", () =>
  withWorker(async (aside) => {
    const newer = new AbortController();
    const before = running;
    const stopped = aside({ ...plain, way: "down" }, newer.signal);
    const wanted = aside(plain);
    newer.abort();
    await assert.rejects(stopped, { name: "AbortError" });
    assert.deepEqual(await wanted, done(plain));
    assert.equal(running, before + 1); // the one that worked on both, and one anew
    await assert.rejects(aside(plain, newer.signal), { name: "AbortError" });
  }));

test("a small order is found at once, without a worker", async () => {
  const aside = asideIn(() => assert.fail("nothing was to be sent"));
  const ladder = climbed(seed, [0, 0, 1, 0, 1, 2], 3);
  assert.deepEqual(await aside({ kind: "order", ladder }), done({ kind: "order", ladder }));
});
