// The steps of a trace one by one, however they came: as a list, as one list for each field, or as the
// numbers alone of steps that are known.

/** @import { Step, Trace } from "../../types.js" */

/** One list for each field that any step has; its own names are quickest to read.
 * @typedef {Record<string, any[]> & { index: number[] }} Columns */

/** @param {Step[] | Record<string, any[]>} steps @returns {Step[]} */
export function listed(steps) {
  if (Array.isArray(steps)) return steps;
  const columns = /** @type {any} */ (steps);
  return columns.index.map((/** @type {number} */ index, /** @type {number} */ at) =>
    step(columns, index, at),
  );
}

/** With the fields of its kind, and no others.
 * @param {Record<string, any>} columns @param {number} index @param {number} at */
function step(columns, index, at) {
  const [phase, kind, node] = [columns.phase[at], columns.kind[at], columns.node[at]];
  if (kind === "seed") return { index, phase, kind, node, gradient: columns.value[at] };
  if (columns.edge[at] === null) return { index, phase, kind, node, value: columns.value[at] };
  return {
    index,
    phase,
    kind,
    node,
    edge: columns.edge[at],
    upstream: columns.upstream[at],
    local: columns.local[at],
    contribution: columns.contribution[at],
    total: columns.total[at],
    complete: columns.complete[at],
  };
}

/** The steps of another answer to the same question, with the numbers of this one: those that are in
 * none of its other lists come as columns.
 * @param {{ steps: any, values: any[], gradients: any[], local: any[] }} found @param {Trace} before
 * @returns {Step[]} */
export function renumbered({ steps, values, gradients, local }, before) {
  const { edges } = before.graph;
  return before.steps.map((step, at) => {
    const { index, phase, kind, node } = step;
    if (step.kind === "seed")
      return /** @type {Step} */ ({ index, phase, kind, node, gradient: gradients[node] });
    if (!("edge" in step))
      return /** @type {Step} */ ({ index, phase, kind, node, value: values[node] });
    const { edge, complete } = step;
    return /** @type {Step} */ ({
      index,
      phase,
      kind,
      node,
      edge,
      upstream: gradients[edges[edge]?.target ?? -1],
      local: local[edge],
      contribution: steps.contribution[at],
      total: steps.total[at],
      complete,
    });
  });
}
