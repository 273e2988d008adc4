// The steps of a trace one by one, however they came: as a list, or as one list for each field.

/** @import { Step } from "../../types.js" */

/** @param {Step[] | Record<string, unknown[]>} steps @returns {Step[]} */
export function listed(steps) {
  if (Array.isArray(steps)) return steps;
  const fields = Object.entries(steps);
  const { index = [] } = steps;
  return index.map((_, at) => {
    const step = Object.fromEntries(fields.map(([name, column]) => [name, column[at]]));
    const { kind, value } = step;
    return kind === "seed" ? { ...step, gradient: value } : /** @type {any} */ (step);
  });
}
