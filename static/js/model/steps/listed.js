// The steps of a trace one by one, however they came: as a list, as one list for each field, or as the
// numbers alone of steps that are known.

/** @import { Course, Edge, Step, Steps } from "../../types.js" */

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
 * none of its other lists come as columns. Each is made when it is asked for.
 * @param {Numbers} found @param {Course} course @param {Edge[]} edges @returns {Steps} */
export function renumbered(found, { steps }, edges) {
  /** @type {Map<number, Step>} */
  const made = new Map();
  return {
    length: steps.length,
    at(place) {
      const before = steps[place];
      const step = before && (made.get(place) ?? numbered(before, place, found, edges));
      if (step) made.set(place, step);
      return step;
    },
  };
}

/** @typedef {{ steps: any, values: any[], gradients: any[], local: any[] }} Numbers */

/** Field by field: that is ten times quicker than from parts.
 * @param {any} step @param {number} at @param {Numbers} found @param {Edge[]} edges @returns {Step} */
function numbered(step, at, { steps, values, gradients, local }, edges) {
  const { index, phase, kind, node, edge, complete } = step;
  if (kind === "seed") return { index, phase, kind, node, gradient: gradients[node] };
  if (edge === undefined) return { index, phase, kind, node, value: values[node] };
  return {
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
  };
}
