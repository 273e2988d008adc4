// In which steps a program is walked through, whatever its numbers are: found once for all answers to
// one question.

/** @import { Course, Step, Trace } from "../../types.js" */

/** @param {Trace} trace @returns {Course} */
export function courseOf(trace) {
  if (trace.course) return trace.course;
  const { nodes, edges } = trace.graph;
  const steps = /** @type {Step[]} */ (trace.steps); // only another answer's are made one by one
  /** @type {Course} */
  const course = {
    steps,
    phases: new Set(steps.map(({ phase }) => phase)),
    last: steps.at(-1)?.index ?? 0,
    computed: nodes.map(() => 0), // constants have no step of their own: they are there at once
    visits: nodes.map(() => []),
    pulled: edges.map(() => null),
    turn: null,
  };
  for (const [at, step] of steps.entries()) note(course, step, at);
  return course;
}

/** @param {Course} course @param {Step} step @param {number} at its place in the list */
function note(course, step, at) {
  const { index, node } = step;
  if (step.phase === "forward") {
    course.computed[node] = index;
    return;
  }
  course.turn ??= index;
  course.visits[node]?.push(at);
  if ("edge" in step) course.pulled[step.edge] = index;
}
