// Looking closely at one layer of what is shown: which one, and what the server said about it.

/** @import { Document, Language, Words } from "../types.js" */
/** @import { Closer } from "./closeup.js" */
/** @import { Row } from "./sweeping.js" */
import { post } from "../effects/server/server.js";
import { oneOf } from "./choices.js";
import { closeupIn } from "./closeup.js";
import { asked } from "./program.js";

/** A row, and the program it is of where that is one's own.
 * @typedef {{ row: Row, own: Document | null }} Subject */

/** @param {HTMLElement} place @param {(layer: number) => void} choose */
export function lookingIn(place, choose) {
  const closeup = closeupIn(place, choose);
  /** @type {number | null} */
  let layer = null;
  /** @type {{ key: string, closer: Closer } | null} */
  let seen = null;

  /** The first layer, until another is chosen: there the gradient has come the longest way.
   * @param {Subject} subject */
  function layerOf({ row, own }) {
    return Math.min(layer ?? (own ? 0 : 1), row.relative.length - 1);
  }

  /** @param {Subject} subject */
  function keyOf(subject) {
    return JSON.stringify([subject.own, subject.row.setup, layerOf(subject)]);
  }

  return {
    layerOf,

    /** @param {number} at */
    at(at) {
      layer = at;
    },

    /** Ask for the layer, unless it is known. @param {Subject} subject @param {Language} language */
    async ask(subject, language) {
      const { row, own } = subject;
      const key = keyOf(subject);
      if (row.relative.length === 0 || seen?.key === key) return;
      const of = own ? asked(own) : { sweep: oneOf(row.setup) };
      const answer = await post(
        "gradient-health",
        { ...of, layer: layerOf(subject) },
        { language },
      );
      seen = { key, closer: (own ? answer : answer.rows[0]).closer };
    },

    /** @param {Subject | null} subject @param {string} label @param {Words} words */
    draw(subject, label, words) {
      const layers = subject?.row.relative.length ?? 0;
      if (subject === null || layers === 0) return closeup.draw(null, words);
      const closer = seen?.key === keyOf(subject) ? seen.closer : null;
      closeup.draw({ label, layers, layer: layerOf(subject), closer }, words);
    },
  };
}
