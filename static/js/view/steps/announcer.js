// Says the step's sentence to screen readers after a moment of rest, so that holding a key does not flood.

/** @import { Frame, State } from "../../types.js" */
import { sentenceOf } from "../../model/steps/sentence.js";
import { write } from "../element.js";
import { spoken } from "./sentence.js";

const REST = 250;

/** @param {HTMLElement} place */
export function announcerIn(place) {
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;
  let last = "";
  return {
    /** @param {State} state @param {Frame} frame */
    draw({ answer, playback, words }, frame) {
      if (!answer) return;
      const { playing } = playback;
      const text = playing ? words(`phase.${frame.phase}`) : sentenceOf(frame, words);
      if (text === last) return;
      const first = last === "";
      last = text;
      if (first) return; // nobody asked yet
      clearTimeout(timer);
      const heard = () => (playing ? text : spoken(text, answer.trace.graph, frame));
      timer = setTimeout(() => write(place, heard()), REST);
    },
  };
}
