// The output along one input, and the tangent where it stands: worked out by the server, newest wins.

/** @import { Store } from "../../store.js" */
/** @import { Track } from "../../types.js" */
import { valuesFor } from "../../model/document/document.js";
import { answerTo } from "./asking.js";

const POINTS = 121;

/** @param {Store} store */
export function trackingOf(store) {
  /** @param {string} name @param {{ min: number, max: number }} range
   * @returns {Promise<{ answer: Track | null, message: string } | null>} */
  return async (name, { min, max }) => {
    const { answer, document, language } = store.state;
    if (!answer) return null;
    const { source, output } = answer.document;
    const body = {
      source,
      values: valuesFor(document.values, answer.inputs),
      x: { name, from: min, to: max, points: POINTS },
      ...(output === null ? {} : { output }),
    };
    return answerTo("field", body, language);
  };
}
