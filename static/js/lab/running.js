// A run in slices of about a second: whatever happens to the server, at most a slice is lost, and the
// state that is kept here continues the run to the last bit.

/** @import { Language, Value } from "../types.js" */
import { events } from "../effects/server/events.js";
import { Gone, Problem, alive } from "../effects/server/server.js";

/** @typedef {{ before: Value, gradient: Value, change: Value, after: Value }} Update */
/** @typedef {{ norm: Value, most: number, counts: number[] }} Spread */
/** @typedef {{ lines: string[], parameters: string[], weights: Spread, gradient: Spread | null }} Layer */
/** @typedef {{ steps: number, loss: Value, history: { step: number[], loss: Value[] }, end: string,
 *   parameters: Record<string, Value>, updates: Record<string, Update>, state: object,
 *   batch: number[] | null, layers: Layer[], diverged: { message: string } | null }} Done */
/** @typedef {{ step: number, loss: Value, layers: Layer[], parameters?: Record<string, Value> }} Step */
/** @typedef {{ step: number, steps_per_second: number, seconds_left: number | null }} Progress */
/** @typedef {{ step: (step: Step) => void, progress: (progress: Progress) => void,
 *   done: (done: Done) => Promise<void> | void, gone: () => void, back: () => void }} Ears */

const SLICE = 1;
/** What takes long to send is sent less often. */
const LONG_SLICE = 4;
const MUCH = 100_000; // characters
const GOES_ON = ["time", "steps"];
const PATIENCE = 1_000;
const LEFT_OUT = 200; // a curve of more points than this is not finer to look at

export function runner() {
  let wanted = false;
  let busy = false;

  return {
    /** Until the last slice is finished. */
    get running() {
      return busy;
    },
    /** The slice under way is finished, so that nothing is lost. */
    pause() {
      wanted = false;
    },
    /** @param {object} body @param {object | null} state @param {number} count
     * @param {Language} language @param {Ears} ears */
    async run(body, state, count, language, ears) {
      wanted = busy = true;
      try {
        const seconds = JSON.stringify(body).length > MUCH ? LONG_SLICE : SLICE;
        await walk({ ...body, ...every(count), seconds }, state, count, language, ears);
      } finally {
        wanted = busy = false;
      }
    },
  };

  /** @param {object} body @param {object | null} state @param {number} count
   * @param {Language} language @param {Ears} ears */
  async function walk(body, state, count, language, ears) {
    const last = stepOf(state) + count;
    let kept = state;
    while (wanted && stepOf(kept) < last) {
      kept = await slice({ ...body, steps: last - stepOf(kept) }, kept, language, ears);
    }
  }

  /** The state after one slice; what it was before, if the server went away meanwhile.
   * @param {object} body @param {object | null} kept @param {Language} language @param {Ears} ears */
  async function slice(body, kept, language, ears) {
    const asked = { ...body, ...(kept && { state: kept }) };
    const done = await oneSlice(asked, language, ears);
    if (done === null) {
      await outage(ears);
      return kept;
    }
    await ears.done(done);
    if (!GOES_ON.includes(done.end)) wanted = false;
    return done.state;
  }

  /** Waits until the server is back. @param {Ears} ears */
  async function outage(ears) {
    ears.gone();
    while (wanted && !(await alive())) await new Promise((wake) => setTimeout(wake, PATIENCE));
    if (wanted) ears.back();
  }
}

/** One request; null where the server went away before it was answered.
 * @param {object} asked @param {Language} language @param {Ears} ears @returns {Promise<Done | null>} */
async function oneSlice(asked, language, ears) {
  try {
    return await heard(asked, language, ears);
  } catch (error) {
    if (!isOutage(error)) throw error;
    return null;
  }
}

/** @param {object} asked @param {Language} language @param {Ears} ears @returns {Promise<Done | null>} */
async function heard(asked, language, ears) {
  for await (const { name, data } of events("train", asked, { language })) {
    if (name === "problem") throw new Problem(data, data.status);
    if (name === "done") return data;
    if (name === "step" || name === "progress") ears[name](data);
  }
  return null;
}

/** A connection that breaks in the middle of an answer is told as a TypeError.
 * @param {unknown} error */
function isOutage(error) {
  return error instanceof Gone || error instanceof TypeError;
}

/** @param {any} state */
function stepOf(state) {
  return state?.step ?? 0;
}

/** A long run is looked at now and then. @param {number} count */
function every(count) {
  return count > LEFT_OUT ? { report_every: Math.ceil(count / LEFT_OUT) } : {};
}
