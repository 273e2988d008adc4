// The newest wins: one job runs, the latest one waits, those between are dropped.

/** @template T
 * @typedef {{ submit: (job: T) => void, busy: () => boolean }} Newest */

/** @template T
 * @param {(job: T, signal: AbortSignal) => Promise<void>} run
 * @param {(running: T, next: T) => boolean} outdates whether the running job is worth nothing any more
 * @returns {Newest<T>} */
export function newestWins(run, outdates) {
  /** @type {{ job: T, abort: AbortController } | null} */
  let running = null;
  /** @type {{ job: T } | null} */
  let waiting = null;

  /** A job that fails is a fault of ours; those after it are done all the same. */
  async function work() {
    if (waiting === null) return;
    running = { job: waiting.job, abort: new AbortController() };
    waiting = null;
    try {
      await run(running.job, running.abort.signal);
    } finally {
      running = null;
      work();
    }
  }

  return {
    submit(job) {
      waiting = { job };
      if (running === null) work();
      else if (outdates(running.job, job)) running.abort.abort();
    },
    busy: () => running !== null || waiting !== null,
  };
}
