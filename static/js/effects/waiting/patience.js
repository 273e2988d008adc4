// Waiting for a server that is away: asked quietly whether it is back, less and less often.

import { alive } from "../server/server.js";

const FIRST = 800;
const LONGEST = 8000;

export function patience() {
  let waiting = false;
  let pause = FIRST;
  let back = 0;

  /** @param {() => void} then */
  return async (then) => {
    if (waiting) return;
    waiting = true;
    // Who is there and still does not answer is given more time than who has come back for long.
    if (performance.now() - back > LONGEST) pause = FIRST;
    do {
      await new Promise((resolve) => setTimeout(resolve, pause));
      pause = Math.min(pause * 1.5, LONGEST);
    } while (!(await alive()));
    waiting = false;
    back = performance.now();
    then();
  };
}
