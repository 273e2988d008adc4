// Whether something comes again at once, as steps do that are flown through.

/** @param {number} within milliseconds
 * @returns {() => boolean} told of each: whether it follows the one before so soon */
export function following(within) {
  let last = Number.NEGATIVE_INFINITY;
  return () => {
    const before = last;
    last = performance.now();
    return last - before < within;
  };
}
