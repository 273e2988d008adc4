// What a presenter reads: the sentence of a step, and of the step that comes next, before the room sees it.

/** @import { Language, State } from "../../types.js" */
/** @import { Piece } from "./sentence.js" */
import { notated } from "../document/preferences.js";
import { frameOf } from "./frame.js";
import { marksOf } from "./grain.js";
import { reduce } from "./playback.js";
import { ended, piecesOf, sentenceOf } from "./sentence.js";

/** `next` is null at the last step; a sentence that has not come yet has no pieces.
 * @typedef {{ language: Language, step: number, last: number, phase: string, playing: boolean,
 *   now: Piece[], closing: Piece[], next: Piece[] | null }} Script */

/** @param {Pick<State, "answer" | "document" | "playback" | "words" | "language">} state
 * @returns {Script | null} null while there is nothing to step through */
export function scriptOf(state) {
  const { answer, playback, words, language } = state;
  if (!answer) return null;
  const { step, last, playing } = playback;
  const here = frameOf(answer.history, step);
  const after = reduce(playback, "next", 0, marksOf(state)).step;
  const said = sentenceOf(here, words);
  const closing = ended(here.closing);
  return {
    ...{ language, step, last, playing },
    phase: here.phase,
    now: pieces(said, here),
    closing: closing === said ? [] : pieces(closing, here),
    next: after > step ? sentenceAt(after) : null,
  };

  /** @param {number} at */
  function sentenceAt(at) {
    const frame = frameOf(/** @type {NonNullable<typeof answer>} */ (answer).history, at);
    return pieces(sentenceOf(frame, words), frame);
  }

  /** As the page writes them, whatever the other window knows of how slopes are written.
   * @param {string} text @param {import("../../types.js").Frame} frame */
  function pieces(text, { now }) {
    const { graph } = /** @type {NonNullable<typeof answer>} */ (answer).trace;
    return piecesOf(text, graph, now).map((piece) => ({ ...piece, text: notated(piece.text) }));
  }
}
