// The sentence of the step, large: names in italics, numbers in the colour of what they are.

/** @import { Frame, Graph, State } from "../../types.js" */
import { namesOnly, notated } from "../../model/document/preferences.js";
import { unlessHidden } from "../../model/numbers/numbers.js";
import { ended, piecesOf, sentenceOf } from "../../model/steps/sentence.js";
import { html, set, write } from "../element.js";
import { mathText } from "../math/math.js";

/** @param {HTMLElement} place @param {HTMLElement} beneath what the whole run has found */
export function sentenceIn(place, beneath) {
  let shown = "";
  let closing = "";
  let step = -1;
  /** A derivative is not torn apart at the end of a line.
   * @param {string} text @param {Graph} graph */
  function writeClosing(text, graph) {
    if (looksOf(text) === closing) return;
    closing = looksOf(text);
    beneath.replaceChildren(
      ...told(text, graph, null).map((piece) =>
        piece.kind === "derivative"
          ? html("span", { class: "unbroken" }, ...mathText(piece.text))
          : piece.text,
      ),
    );
  }

  return {
    /** @param {State} state @param {Frame} frame */
    draw(state, frame) {
      const { answer } = state;
      if (!answer) {
        set(place, { "data-step": 0 });
        return write(place, insteadOf(state));
      }
      const text = sentenceOf(frame, state.words);
      // While a slider is dragged the sentence of a moment ago stays, fainter.
      const old = text === "" && frame.step === step;
      set(place, { "data-step": frame.step, "data-old": old });
      if (old) return;
      step = frame.step;
      writeClosing(closingOf(frame, text), answer.trace.graph);
      const key = `${frame.step} ${looksOf(text)}`;
      if (key === shown) return;
      shown = key;
      const pieces = told(text, answer.trace.graph, frame.now);
      place.replaceChildren(...pieces.map(written));
    },
  };
}

/** A piece of a sentence, as what it is. @param {import("../../model/steps/sentence.js").Piece} piece */
export function written({ kind, text }) {
  return kind === "text" ? text : html("span", { class: kind }, ...mathText(text));
}

/** Before there is any step. @param {State} state */
function insteadOf({ problems, words }) {
  return problems.length > 0 ? words("sentence.fault") : "";
}

/** What the run has found; both sides may do the same. @param {Frame} frame @param {string} above */
function closingOf(frame, above) {
  const text = ended(frame.closing);
  return text === above ? "" : text;
}

/** The same words for who hears them.
 * @param {string} text @param {Graph} graph @param {Frame} frame */
export function spoken(text, graph, frame) {
  const pieces = told(text, graph, frame.now);
  return pieces.map((piece) => piece.text).join("");
}

/** A text as the reader wants it: where it stays, nothing is written. @param {string} text */
function looksOf(text) {
  return `${namesOnly()} ${notated(text)}`;
}

/** A number is put away where names only are wanted. @type {typeof piecesOf} */
function told(...sentence) {
  return piecesOf(...sentence).map((piece) => {
    const named = ["text", "name", "derivative"].includes(piece.kind);
    return named ? piece : { ...piece, text: unlessHidden(piece.text) };
  });
}
