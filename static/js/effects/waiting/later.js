// What the first picture does not need: fetched when it is wanted, or once the page is at rest.

/** @import { Store } from "../../store.js" */
import { patience } from "./patience.js";

/** What may still be on its way: whoever uses it waits; whoever only draws it wakes it.
 * @template T @typedef {{ now: () => T | null, use: (act: (made: T) => unknown) => Promise<void>,
 *   wake: () => void }} Later */

/** @typedef {<M, T>(fetch: () => Promise<M>, make: (fetched: M) => T) => Later<T>} Latecomer */

const SOON = 200; // where a browser does not say when it is at rest

/** @param {Store} store @returns {Latecomer} */
export function latecomersOf(store) {
  /** @type {(() => Promise<unknown>)[]} */
  const all = [];
  const untilBack = patience();
  const begun = store.watch(({ ready }) => {
    if (!ready) return;
    begun();
    atRest(() => fetchInTurn(all));
  });

  return (fetch, make) => {
    all.push(fetch);
    /** @type {Promise<ReturnType<typeof make> | null> | null} */
    let coming = null;
    /** @type {ReturnType<typeof make> | null} */
    let made = null;

    async function come() {
      const fetched = await fetch().catch(() => null);
      if (fetched === null) {
        coming = null;
        return null;
      }
      made = make(fetched);
      return made;
    }

    /** @param {(made: ReturnType<typeof make>) => unknown} act */
    async function use(act) {
      coming ??= come();
      const here = await coming;
      if (here === null) away();
      else act(here);
    }

    function wake() {
      if (coming === null && !store.state.gone) use(() => store.update({}));
    }

    return { now: () => made, use, wake };
  };

  /** The server did not answer: that is said until it does. */
  function away() {
    store.update({ gone: true });
    untilBack(() => store.update({ gone: false }));
  }
}

/** One after the other, so that nothing that is asked for meanwhile has to wait.
 * @param {(() => Promise<unknown>)[]} all */
async function fetchInTurn(all) {
  for (const fetch of all) await fetch().catch(() => null);
}

/** @param {() => void} then */
function atRest(then) {
  if ("requestIdleCallback" in globalThis) requestIdleCallback(then);
  else setTimeout(then, SOON);
}
