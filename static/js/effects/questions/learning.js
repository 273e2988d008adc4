// The table of operations: colours, completion and rule cards want it, the first picture does not.

/** @import { Store } from "../../store.js" */
import { operations } from "../server/lists.js";
import { Gone, Problem } from "../server/server.js";
import { patience } from "../waiting/patience.js";

/** @param {Store} store */
export function learnOperations(store) {
  const untilBack = patience();
  const begun = store.watch(({ ready, stale }) => {
    if (!(ready || stale)) return;
    begun();
    learn();
  });

  async function learn() {
    try {
      store.update({ operations: await operations(store.state.language) });
    } catch (error) {
      if (error instanceof Gone) untilBack(learn);
      else if (!(error instanceof Problem)) throw error; // without it the page lacks nothing else
    }
  }
}
