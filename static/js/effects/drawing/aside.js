// Long work of the layout in a worker: the page goes on meanwhile, and what is not wanted any more is
// stopped. A small job is done at once: to send it would take longer.

/** @import { Placed } from "../../types.js" */
/** @import { Job } from "../../model/drawing/jobs.js" */

/** @typedef {(job: Job, signal?: AbortSignal) => Promise<number[][] | Placed>} Aside */
/** @typedef {{ job: Job, resolve: (found: number[][] | Placed) => void,
 *   reject: (reason: unknown) => void }} Waiting */

/** Places in all columns, that are put into order in a few milliseconds. */
const SMALL = 80;

/** @param {() => Worker} start @returns {Aside} */
export function asideIn(start) {
  /** @type {Map<number, Waiting>} */
  const waiting = new Map();
  /** @type {Worker | null} */
  let worker = null;
  let last = 0;

  /** @param {number} id @param {Job} job */
  function send(id, job) {
    worker ??= listened(start());
    worker.postMessage({ id, job });
  }

  /** @param {Worker} fresh */
  function listened(fresh) {
    fresh.onmessage = ({ data: { id, found } }) => {
      waiting.get(id)?.resolve(found);
      waiting.delete(id);
    };
    fresh.onerror = async () => {
      const { done } = await jobs();
      for (const { job, resolve } of waiting.values()) resolve(done(job)); // then the page has to wait
      waiting.clear();
    };
    return fresh;
  }

  /** The others begin anew. @param {number} id @param {unknown} reason */
  function stop(id, reason) {
    const stopped = waiting.get(id);
    if (!stopped) return;
    waiting.delete(id);
    worker?.terminate();
    worker = null;
    stopped.reject(reason);
    for (const [other, { job }] of waiting) send(other, job);
  }

  return async (job, signal) => {
    signal?.throwIfAborted();
    if (job.kind === "order" && job.ladder.after.length <= SMALL) return (await jobs()).done(job);
    last += 1;
    const id = last;
    return new Promise((resolve, reject) => {
      waiting.set(id, { job, resolve, reject });
      signal?.addEventListener("abort", () => stop(id, signal.reason), { once: true });
      send(id, job);
    });
  };
}

function jobs() {
  return import("../../model/drawing/jobs.js");
}
