// For a room: the page made large, and the presenter's window, whose code comes when it is wanted.

/** @import { Store } from "./store.js" */
/** @import { Latecomer } from "./effects/waiting/later.js" */
import { recallHere } from "./effects/keeping/storage.js";
import { dressed } from "./view/page/dressed.js";
import { lookOf } from "./view/page/look.js";
import { actor } from "./view/steps/transport.js";

/** @param {Store} store @param {Latecomer} later
 * @param {import("./presenter/stage.js").Parts["page"]} page what else there is, asked once it is there */
export function projectorOf(store, later, page) {
  const step = actor(store);
  const stage = later(
    async () => (await dressed(import("./presenter/stage.js"), "style/teaching/room")).stageOf,
    (stageOf) => stageOf({ store, step, page }),
  );
  const linked = recallHere("room") !== null; // before this page was loaded anew
  store.watch((state) => {
    if (state.ready && (linked || lookOf(state) === "present")) stage.wake();
  });

  return {
    /** Steps on: unseen by the room while its picture is frozen.
     * @param {string} type @param {number} [to] */
    act: (type, to) => (stage.now()?.act ?? step)(type, to),
    /** What whoever steps on is looking at. */
    now: () => stage.now()?.state() ?? store.state,
    forRoom: {
      present: () => store.update({ presenting: !store.state.presenting }),
      presenter: () => stage.use((made) => made.open()),
      freeze: () => stage.use((made) => made.freeze()),
    },
  };
}
