// Playing: sends "tick" after each step's time, as long as the page plays.

/** @import { Store } from "../store.js" */
import { milliseconds, reduce } from "../model/playback.js";

/** @param {Store} store */
export function startClock(store) {
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;
  store.watch((state, before) => {
    const { playback } = state;
    if (playback === before.playback) return;
    clearTimeout(timer);
    if (playback.playing) timer = setTimeout(tick, milliseconds(playback));
  });

  function tick() {
    store.update({ playback: reduce(store.state.playback, "tick") });
  }
}
