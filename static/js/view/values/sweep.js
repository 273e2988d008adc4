// Going to and fro through a range, frame by frame; whoever wants little movement gets few, clear steps.

/** @import { Range } from "../../model/numbers/slider.js" */
import { still } from "../stillness.js";
import { snapped } from "../../model/numbers/slider.js";
import { sweptTo } from "../../model/numbers/sweep.js";

const STEP = 700; // milliseconds between the steps of one that hardly moves

/** @param {() => { range: Range, value: number }} now @param {(value: number) => void} turn */
export function sweepOf(now, turn) {
  let running = 0; // which run this is; 0 for none
  let runs = 0;

  /** @param {boolean} on */
  function run(on) {
    running = on ? ++runs : 0;
    if (on) go(running);
  }

  /** @param {number} mine */
  function go(mine) {
    const { range, value } = now();
    const began = performance.now();
    let last = 0;
    requestAnimationFrame(function frame(time) {
      if (running !== mine) return;
      const pause = still() ? STEP : 0;
      if (time - last >= pause) {
        last = time;
        turn(snapped(sweptTo(range, value, Math.max(0, time - began)), range));
      }
      requestAnimationFrame(frame);
    });
  }

  return { run };
}
