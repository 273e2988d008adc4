// How far off a nudge is, by its size: as points for logarithmic axes.

/** @typedef {{ h: number, error: number }} Tried */

/** No float is nearer than this: what is exact is drawn here. */
const EXACT = 1e-17;

/** From the smallest nudge to the largest. @param {Tried[]} steps */
export function errorsOf(steps) {
  const sorted = steps.filter(({ h }) => h > 0).toSorted((one, other) => one.h - other.h);
  return {
    x: sorted.map(({ h }) => h),
    errors: sorted.map(({ error }) => Math.max(error, EXACT)),
  };
}
