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
  whenLeaving(now);
  return () => {
    waiting = true;
    soon();
  };
}

/** The page goes for good, or is put aside: a phone may end it then without another word.
 * @param {(forGood: boolean) => void} act */
export function whenLeaving(act) {
  let gone = false;
  addEventListener("pagehide", () => {
    gone = true;
    act(true);
  });
  addEventListener("pageshow", () => {
    gone = false; // it has come back as it was
  });
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "hidden" && !gone) act(false);
  });
}
