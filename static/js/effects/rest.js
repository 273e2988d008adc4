// Waiting for a moment of rest: of many calls in a row, only the last is done.

/** @param {number} milliseconds @param {() => void} act */
export function afterRest(milliseconds, act) {
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;
  return () => {
    clearTimeout(timer);
    timer = setTimeout(act, milliseconds);
  };
}
