// When every number of a trace arrives, so that any step can be shown without replaying the others.

/** @import { Arrival, History, Step, Trace } from "../../types.js" */
import { courseOf } from "./course.js";

/** @param {Trace} trace @param {"reverse" | "tangent"} [sweep] how derivatives flow @returns {History} */
export function historyOf(trace, sweep = "reverse") {
  const course = courseOf(trace);
  const { last, computed, pulled, turn } = course;
  const derivatives = sweep === "reverse" ? trace.gradients : trace.tangents;
  /** Of a large graph only few are ever looked at. @type {Map<number, Arrival[]>} */
  const known = new Map();

  /** @param {number} id */
  function arrivals(id) {
    const found = known.get(id) ?? [...own(id), ...(course.visits[id] ?? []).flatMap(arrivalAt)];
    known.set(id, found);
    return found;
  }

  /** In forward mode each input has its tangent, 1 or 0, as soon as it has its value.
   * @param {number} id @returns {Arrival[]} */
  function own(id) {
    const tangent = derivatives?.[id] ?? null;
    if (sweep !== "tangent" || trace.graph.nodes[id]?.kind !== "input" || tangent === null)
      return [];
    return [brought(computed[id] ?? 0, tangent)];
  }

  /** @param {number} at */
  function arrivalAt(at) {
    const step = trace.steps.at(at);
    return step ? arrivalOf(step) : [];
  }

  return { trace, sweep, derivatives, course, last, computed, pulled, turn, arrivals };
}

/** @param {Step} step @returns {Arrival | []} */
function arrivalOf(step) {
  if (step.kind === "seed") return brought(step.index, step.gradient);
  if (!("edge" in step)) return [];
  const { index, edge, contribution, total, complete } = step;
  return { step: index, edge, contribution, total, complete };
}

/** What comes through no edge. @param {number} step @param {Arrival["total"]} number @returns {Arrival} */
function brought(step, number) {
  return { step, edge: null, contribution: number, total: number, complete: true };
}
