// One value that holds everything the page knows; whoever draws is told when it changes.

/** @import { State } from "./types.js" */

/** @typedef {ReturnType<typeof storeOf>} Store */

/** @param {State} first */
export function storeOf(first) {
  let state = first;
  /** @type {Set<(state: State, before: State) => void>} */
  const readers = new Set();
  return {
    get state() {
      return state;
    },
    /** @param {Partial<State>} change */
    update(change) {
      const before = state;
      state = Object.freeze({ ...state, ...change });
      for (const reader of readers) reader(state, before);
    },
    /** @param {(state: State, before: State) => void} reader @returns {() => void} ends it */
    watch(reader) {
      readers.add(reader);
      return () => readers.delete(reader);
    },
  };
}

/** What is on screen is as it was asked for, or at fault. @param {State} state */
export function isSettled({ ready, problems }) {
  return ready || problems.length > 0;
}
