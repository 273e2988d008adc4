// Frozen: the room's picture stays where it is while the presenter steps on.

/** @import { Store } from "../store.js" */
/** @import { State } from "../types.js" */
import { startClock } from "../effects/clock.js";
import { tellSteps } from "../effects/questions/telling.js";
import { storeOf } from "../store.js";
import { actor } from "../view/steps/transport.js";

/** @param {Store} store @param {() => void} changed the presenter sees something else */
export function aheadOf(store, changed) {
  let frozen = false;
  /** The same page, at the presenter's step. */
  const walk = storeOf(store.state);
  const act = actor(walk);
  startClock(walk);
  tellSteps(walk);
  walk.watch(() => {
    if (frozen) changed();
  });
  store.watch((state, before) => {
    if (frozen && leadsElsewhere(state, before)) drop();
    else if (frozen) walk.update({ ...state, playback: walk.state.playback });
  });

  function freeze() {
    walk.update(store.state);
    frozen = true;
    if (store.state.playback.playing) actor(store)("pause");
    changed();
  }

  /** The room comes to where the presenter is. */
  function thaw() {
    const { playback } = walk.state;
    drop();
    store.update({ playback });
  }

  /** The room's picture goes its own way again. */
  function drop() {
    frozen = false;
    act("pause"); // its clock
    changed();
  }

  return {
    act,
    drop,
    frozen: () => frozen,
    /** What the presenter is looking at. */
    state: () => (frozen ? walk.state : store.state),
    turn: () => (frozen ? thaw() : freeze()),
  };
}

/** Whether the room sees another step, or another program, in spite of all.
 * @param {State} state @param {State} before */
function leadsElsewhere({ playback, answer }, { playback: was, answer: old }) {
  const other = answer?.history.course.steps.length !== old?.history.course.steps.length;
  return other || playback.step !== was.step || playback.last !== was.last;
}
