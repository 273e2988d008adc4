// Says the step's sentence to screen readers after a moment of rest, so that holding a key does not flood.

/** @import { Frame, State } from "../../types.js" */
import { write } from "../element.js";
import { heard } from "./sentence.js";

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
      const text = playback.playing ? words(`phase.${frame.phase}`) : heard(answer, words, frame);
      if (text === last) return;
      const first = last === "";
      last = text;
      if (first) return; // nobody asked yet
      clearTimeout(timer);
      timer = setTimeout(() => write(place, text), REST);
    },
  };
}
