// Waiting for a server that is away: asked quietly whether it is back, less and less often.

import { alive } from "./server.js";

const FIRST = 800;
const LONGEST = 8000;

export function patience() {
  let waiting = false;

  /** @param {() => void} then */
  return async (then) => {
    if (waiting) return;
    waiting = true;
    for (let pause = FIRST; !(await alive()); pause = Math.min(pause * 1.5, LONGEST)) {
      await new Promise((resolve) => setTimeout(resolve, pause));
    }
    waiting = false;
    then();
  };
}
