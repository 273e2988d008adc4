// The sentence of the step, large: names in italics, numbers in the colour of what they are.

/** @import { Frame, State } from "../../types.js" */
import { notated } from "../../model/document/preferences.js";
import { piecesOf } from "../../model/steps/sentence.js";
import { html, set, write } from "../element.js";
import { mathText } from "../math.js";

/** @param {HTMLElement} place @param {HTMLElement} beneath what the whole run has found */
export function sentenceIn(place, beneath) {
  let shown = "";
  let step = -1;
  return {
    /** @param {State} state @param {Frame} frame */
    draw({ answer, words }, frame) {
      const text = sentenceOf(frame, words);
      // While a slider is dragged the sentence of a moment ago stays, fainter.
      const old = text === "" && frame.step === step;
      set(place, { "data-step": answer ? frame.step : null, "data-old": old });
      if (old) return;
      step = frame.step;
      write(beneath, frame.closing === text ? "" : frame.closing); // both sides may do the same
      const key = `${frame.step} ${notated(text)}`;
      if (!answer || key === shown) return;
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

/** @param {Frame} frame @param {State["words"]} words */
export function sentenceOf(frame, words) {
  return frame.now === null ? words("sentence.start", { n: frame.last }) : frame.words;
}
