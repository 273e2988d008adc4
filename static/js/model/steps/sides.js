// One trace as what is shown: values and gradients, or values and tangents, or both beside each other.

/** @import { History, Trace } from "../../types.js" */
import { courseOf } from "./course.js";
import { historyOf } from "./history.js";

/** @typedef {"reverse" | "tangent"} Sweep */

/** The side that the page is about, and the one beside it; both run along the longer one's timeline.
 * @param {Trace} trace @returns {{ history: History, beside: History | null }} */
export function sidesOf(trace) {
  const { phases } = courseOf(trace);
  if (!phases.has("tangent")) return { history: historyOf(trace), beside: null };
  const beside = historyOf(part(trace, "tangent"), "tangent");
  if (!phases.has("reverse")) return { history: beside, beside: null };
  const history = historyOf(part(trace, "reverse"));
  const last = Math.max(history.last, beside.last);
  return { history: { ...history, last }, beside: { ...beside, last } };
}

/** The steps of one sweep, numbered for themselves: both sides run at once.
 * @param {Trace} trace @param {Sweep} sweep @returns {Trace} */
function part(trace, sweep) {
  const steps = courseOf(trace)
    .steps.filter(({ phase }) => phase === "forward" || phase === sweep)
    .map((step, i) => ({ ...step, index: i + 1 }));
  return { ...trace, steps, course: undefined };
}

/** What a side has done so far, counted step by step.
 * @param {History} history @param {number} step */
export function workOf({ course }, step) {
  const carried = course.steps.filter(
    (each) => each.index <= step && (each.kind === "pull" || each.kind === "push"),
  );
  const reached = new Set(carried.map((each) => each.node));
  return { multiplications: carried.length, additions: carried.length - reached.size };
}
