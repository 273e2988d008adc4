// The steps of a trace one by one, however they came: as a list, or as one list for each field.

/** @import { Step } from "../../types.js" */

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
