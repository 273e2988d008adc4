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

/** The same for what must not be lost: whoever leaves the page does not wait.
 * @param {number} milliseconds @param {() => void} act */
export function afterRestOrLeaving(milliseconds, act) {
  let waiting = false;
  const now = () => {
    if (waiting) act();
    waiting = false;
  };
  const soon = afterRest(milliseconds, now);
  addEventListener("pagehide", now);
  return () => {
    waiting = true;
    soon();
  };
}
