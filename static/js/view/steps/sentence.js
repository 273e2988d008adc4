// The sentence of the step, large: names in italics, numbers in the colour of what they are.

/** @import { Answer, Frame, State } from "../../types.js" */
/** @import { Piece } from "../../model/steps/sentence.js" */
import { notated } from "../../model/document/preferences.js";
import { ended, piecesOf } from "../../model/steps/sentence.js";
import { html, set, write } from "../element.js";
import { mathText } from "../math.js";

/** @param {HTMLElement} place @param {HTMLElement} beneath what the whole run has found */
export function sentenceIn(place, beneath) {
  let shown = "";
  let closing = "";
  let step = -1;
  /** A derivative is not torn apart at the end of a line. @param {Piece[]} pieces */
  function writeClosing(pieces) {
    const text = notated(pieces.map((piece) => piece.text).join(""));
    if (text === closing) return;
    closing = text;
    beneath.replaceChildren(
      ...pieces.map((piece) =>
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
      if (!answer) return write(place, insteadOf(state));
      const text = sentenceOf(frame, state.words);
      // While a slider is dragged the sentence of a moment ago stays, fainter.
      const old = text === "" && frame.step === step;
      set(place, { "data-step": frame.step, "data-old": old });
      if (old) return;
      step = frame.step;
      writeClosing(closingOf(answer, frame, text));
      const key = `${frame.step} ${notated(text)}`;
      if (key === shown) return;
      shown = key;
      const pieces = piecesOf(text, answer.trace.graph, frame.now);
      place.replaceChildren(
        ...pieces.map(({ kind, text: part }) =>
          kind === "text" ? part : html("span", { class: kind }, ...mathText(part)),
        ),
      );
    },
  };
}

/** Before there is any step. @param {State} state */
function insteadOf({ problems, words }) {
  return problems.length > 0 ? words("sentence.fault") : "";
}

/** What the run has found; both sides may do the same. @param {Answer} answer @param {Frame} frame
 * @param {string} above */
function closingOf(answer, frame, above) {
  const text = ended(frame.closing);
  return text === above ? [] : piecesOf(text, answer.trace.graph, null);
}

/** The same words for who hears them.
 * @param {Answer} answer @param {State["words"]} words @param {Frame} frame */
export function heard(answer, words, frame) {
  return piecesOf(sentenceOf(frame, words), answer.trace.graph, frame.now)
    .map((piece) => piece.text)
    .join("");
}

/** @param {Frame} frame @param {State["words"]} words */
function sentenceOf(frame, words) {
  return frame.now === null ? words("sentence.start", { n: frame.last }) : ended(frame.words);
}
