// The same drawing is the same thing: what a new answer has in common with the last one is kept, so
// that nothing is found, compared or drawn anew because a number has changed.

/** @import { Graph, Trace } from "../../types.js" */

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

/** A graph that came without its structure, with that of another answer about the same text.
 * @param {Graph} graph @param {Graph} before @returns {Graph} */
export function completed(graph, before) {
  const known = new Map(before.groups?.map((group) => [group.id, group]));
  const groups = (graph.groups ?? []).map((group) => {
    const { nodes, inputs } = known.get(group.id) ?? group;
    return { ...group, nodes, inputs };
  });
  return { ...graph, nodes: before.nodes, edges: before.edges, groups };
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
