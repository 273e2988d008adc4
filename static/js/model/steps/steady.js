// The same drawing is the same thing: what a new answer has in common with the last one is kept, so
// that nothing is found, compared or drawn anew because a number has changed.

/** @import { Graph, Group, Trace } from "../../types.js" */
import { courseOf } from "./course.js";
import { renumbered } from "./listed.js";

/** A trace with the nodes and edges of the one before, where they are alike to the last character.
 * @param {Trace} trace @param {Trace | undefined} before @returns {Trace} */
export function steadied(trace, before) {
  if (!before) return trace;
  const nodes = either(trace.graph.nodes, before.graph.nodes);
  const edges = either(trace.graph.edges, before.graph.edges);
  return { ...trace, graph: { ...trace.graph, nodes, edges } };
}

/** @template T @param {T[]} now @param {T[]} before */
function either(now, before) {
  return alikeLists(now, before) ? before : now;
}

/** An answer that came without its structure, with that of another one to the same question.
 * @param {any} found @param {Trace} before @returns {Trace} */
export function restored(found, before) {
  const course = courseOf(before);
  return {
    ...found,
    graph: completed(found.graph, before.graph),
    steps: renumbered(found, course, before.graph.edges),
    course,
  };
}

/** A graph that came without its structure, with that of another answer to the same question.
 * @param {{ groups: Pick<Group, "id" | "derivatives">[] }} graph @param {Graph} before @returns {Graph} */
function completed({ groups }, before) {
  const found = new Map(groups.map(({ id, derivatives }) => [id, derivatives]));
  const known = before.groups ?? [];
  return {
    ...before,
    groups: known.map((group) => ({ ...group, derivatives: found.get(group.id) ?? null })),
  };
}

/** Whether two things of a JSON answer say the same. @param {any} one @param {any} other @returns {boolean} */
function alike(one, other) {
  if (one === other) return true;
  if (typeof one !== "object" || typeof other !== "object" || !one || !other) return false;
  if (Array.isArray(one)) return Array.isArray(other) && alikeLists(one, other);
  return alikeFields(one, other);
}

/** @param {unknown[]} one @param {unknown[]} other */
function alikeLists(one, other) {
  return one.length === other.length && one.every((each, i) => alike(each, other[i]));
}

/** @param {Record<string, unknown>} one @param {Record<string, unknown>} other */
function alikeFields(one, other) {
  for (const field in one) if (!alike(one[field], other[field])) return false;
  for (const field in other) if (!(field in one)) return false;
  return true;
}
