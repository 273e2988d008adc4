// Asking for a sweep: rows arrive one by one, and a newer wish ends an older one.

/** @import { Language, Value } from "../types.js" */
/** @import { Choice } from "./choices.js" */
import { events } from "../effects/server/events.js";
import { sweepOf } from "./choices.js";

/** @typedef {{ code: string, message: string, remedy: string, tries: Record<string, any>[],
 *   evidence: Record<string, any>, node: number | null, step: number | null }} Finding */
/** @typedef {{ index: number, of: number, setup: Record<string, any>, values: Value[],
 *   gradients: Value[], relative: Value[], update: Value, clipped: Value, diagnoses: Finding[] }} Row */
/** What each event is told to. @typedef {Record<string, (data: any) => void>} Hears */

export function sweeping() {
  let current = new AbortController();
  return {
    /** @param {Choice} choice @param {Language} language @param {Hears} hears
     * @returns {Promise<boolean>} was it heard to its end? */
    async ask(choice, language, hears) {
      current.abort();
      current = new AbortController();
      const { signal } = current;
      const body = { sweep: sweepOf(choice) };
      for await (const { name, data } of events("gradient-health", body, { language, signal })) {
        if (signal.aborted) return false;
        hears[name]?.(data);
      }
      return !signal.aborted;
    },
    /** What has come stays; the server stops working on the rest. */
    stop: () => current.abort(),
  };
}
