// When something happens to a node: its value, and each contribution to its gradient.

/** @import { History } from "../../types.js" */

/** @param {History} history @param {number} node @returns {number[]} steps, in order */
export function visitsOf({ computed, arrivals }, node) {
  const steps = [computed[node] ?? 0, ...arrivals(node).map(({ step }) => step)];
  return [...new Set(steps.filter((step) => step > 0))].sort((a, b) => a - b);
}

/** The visit before or after a step; the step itself where there is none.
 * @param {History} history @param {number} node @param {number} step @param {1 | -1} way */
export function nextVisit(history, node, step, way) {
  const visits = visitsOf(history, node);
  const found = way > 0 ? visits.find((at) => at > step) : visits.findLast((at) => at < step);
  return found ?? step;
}
