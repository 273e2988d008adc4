// Whether a part is played again and again: the button says it, and the timeline shows which part.

/** @import { Frame, State } from "../../types.js" */
import { marksOf } from "../../model/steps/grain.js";
import { html, set, style } from "../element.js";
import { remembering } from "../remembering.js";

/** @param {HTMLElement} button @param {HTMLElement} timeline */
export function loopIn(button, timeline) {
  const part = html("span", { class: "looped" });
  timeline.prepend(html("div", { class: "track", "aria-hidden": "true" }, part));
  const changed = remembering();
  return {
    /** @param {State} state @param {Frame} frame */
    draw(state, { last }) {
      const { playback, words } = state;
      const { loop } = marksOf(state);
      if (!changed([playback.loop, loop?.from, loop?.to, last, words])) return;
      const name = words("transport.loop");
      const steps = loop && words("transport.looped", { from: loop.from, to: loop.to });
      set(button, { "aria-pressed": String(playback.loop ?? false), title: steps ?? name });
      set(part, { hidden: loop === null });
      style(part, "--from", String((loop?.from ?? 0) / Math.max(1, last)));
      style(part, "--to", String((loop?.to ?? 0) / Math.max(1, last)));
    },
  };
}
