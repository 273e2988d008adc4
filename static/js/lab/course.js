// How far a run is: its curve, its state, what its last step did, and the runs before it.

/** @import { Value } from "../types.js" */
/** @import { History } from "./curve.js" */
/** @import { Done, Layer, Step, Update } from "./running.js" */

const GHOSTS = 3;

/** @typedef {{ state: object | null, steps: number, loss: Value | null, history: History, live: History,
 *   ghosts: History[], updates: Record<string, Update>, batch: number[] | null,
 *   parameters: Record<string, Value>, layers: Layer[] }} Course */

/** @returns {History} */
const empty = () => ({ step: [], loss: [] });

/** @param {History[]} ghosts @returns {Course} */
export function fresh(ghosts = []) {
  return {
    state: null,
    steps: 0,
    loss: null,
    history: empty(),
    live: empty(),
    ghosts,
    updates: {},
    batch: null,
    parameters: {},
    layers: [],
  };
}

/** Back to the start; the curve stays as a ghost. @param {Course} course */
export function rewound({ history, ghosts }) {
  return fresh(history.step.length > 1 ? [...ghosts, history].slice(-GHOSTS) : ghosts);
}

/** Something told on the way; a slice that is told again begins again.
 * @param {Course} course @param {Step} told @returns {Course} */
export function stepped(course, told) {
  const again = told.step <= (course.live.step.at(-1) ?? -1);
  const live = again ? empty() : course.live;
  return {
    ...course,
    steps: told.step,
    loss: told.loss,
    parameters: told.parameters ?? course.parameters,
    layers: told.layers,
    live: { step: [...live.step, told.step], loss: [...live.loss, told.loss] },
  };
}

/** What came of a slice. @param {Course} course @param {Done} done @returns {Course} */
export function finished(course, done) {
  const { history } = course;
  const from = history.step.length ? 1 : 0; // a slice begins where the one before ended
  return {
    ...course,
    state: done.state,
    steps: done.steps,
    loss: done.loss,
    updates: Object.keys(done.updates).length ? done.updates : course.updates,
    batch: done.batch,
    parameters: done.parameters,
    layers: done.layers,
    live: empty(),
    history: {
      step: [...history.step, ...done.history.step.slice(from)],
      loss: [...history.loss, ...done.history.loss.slice(from)],
    },
  };
}

/** The curve of this run. @param {Course} course @returns {History} */
export function curveOf({ history, live }) {
  return { step: [...history.step, ...live.step], loss: [...history.loss, ...live.loss] };
}
