// Playing: sends "tick" after each step's time, as long as the page plays.

/** @import { Store } from "../store.js" */
import { marksOf } from "../model/steps/grain.js";
import { milliseconds, reduce } from "../model/steps/playback.js";

/** @param {Store} store */
export function startClock(store) {
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;
  store.watch((state, before) => {
    const { playback } = state;
    if (playback === before.playback) return;
    clearTimeout(timer);
    if (playback.playing) timer = setTimeout(tick, milliseconds(playback, marksOf(state)));
  });

  function tick() {
    const { state } = store;
    store.update({ playback: reduce(state.playback, "tick", 0, marksOf(state)) });
  }
}
