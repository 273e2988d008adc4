// Changes that follow each other faster than the eye: nothing fades from one to the next.

import { following } from "../following.js";

/** Milliseconds between two that are in haste; and after the last of them. */
const FAST = 60;
const OVER = 250;

/** @param {Element} picture @returns {() => void} to be told of each change */
export function hasteOf(picture) {
  const again = following(FAST);
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;

  return () => {
    if (!again()) return;
    picture.classList.add("hasty");
    clearTimeout(timer);
    timer = setTimeout(() => picture.classList.remove("hasty"), OVER);
  };
}
