// The sentence of the step, large: names in italics, numbers in the colour of what they are.

/** @import { Frame, State } from "../types.js" */
import { piecesOf } from "../model/sentence.js";
import { html, set } from "./element.js";
import { mathText } from "./math.js";

/** @param {HTMLElement} place */
export function sentenceIn(place) {
  let shown = "";
  return {
    /** @param {State} state @param {Frame} frame */
    draw({ answer, words }, frame) {
      set(place, { "data-step": answer ? frame.step : null });
      const text = sentenceOf(frame, words);
      const key = `${frame.step} ${text}`;
      if (!answer || key === shown) return;
      shown = key;
      const pieces = piecesOf(text, answer.trace.graph, frame.now);
      place.replaceChildren(
        ...pieces.map((piece) =>
          piece.kind === "text"
            ? piece.text
            : html("span", { class: piece.kind }, ...mathText(piece.text)),
        ),
      );
    },
  };
}

/** @param {Frame} frame @param {State["words"]} words */
export function sentenceOf(frame, words) {
  return frame.now === null ? words("sentence.start", { n: frame.last }) : frame.words;
}
