// The timeline: two coloured stretches of one track, a mark per step, and a thumb to drag.

/** @import { Frame, History, State } from "../../types.js" */
import { breaksIn } from "../../model/steps/grain.js";
import { stretches, ticks } from "../../model/steps/phases.js";
import { fill, html, set, style } from "../element.js";
import { remembering } from "../remembering.js";

/** @param {HTMLElement} place @param {(type: string, to?: number) => void} act
 * @param {(step: number) => void} mark puts a breakpoint at a step, or takes it away */
export function timelineIn(place, act, mark) {
  const track = html("div", { class: "track", "aria-hidden": "true" });
  const thumb = html("input", { type: "range", class: "scrub", min: 0, step: 1 });
  const stops = html("div", { class: "track breaks", "aria-hidden": "true" });
  place.append(track, stops, thumb);
  thumb.addEventListener("dblclick", (event) => mark(stepAt(event)));
  thumb.addEventListener("pointermove", (event) => {
    const step = stepAt(event);
    set(thumb, { title: (step > 0 && told?.trace.steps.at(step - 1)?.words) || null });
  });
  /** @type {History | null} */
  let told = null;
  thumb.addEventListener("input", () => act("seek", Number(thumb.value)));
  thumb.addEventListener("keydown", (event) => {
    if (event.key.startsWith("Arrow") && !event.shiftKey) event.stopPropagation();
  });
  const changed = remembering();
  const marked = remembering();

  /** The step under a hand. @param {MouseEvent} event */
  function stepAt({ clientX }) {
    const { left, width } = track.getBoundingClientRect();
    return Math.round(((clientX - left) / width) * Number(thumb.max));
  }

  return {
    /** @param {State} state @param {Frame} frame */
    draw({ answer, words, language, document }, frame) {
      set(place, { "data-empty": !answer });
      if (!answer) return;
      told = answer.history;
      const breaks = breaksIn(document).filter((step) => step <= frame.last);
      if (marked([breaks.join(), frame.last]))
        stops.replaceChildren(...breaks.map((step) => at("break", step / frame.last)));
      const { last, turn, sweep } = answer.history;
      if (changed([last, turn, sweep, language])) rebuild(answer.history, words);
      set(thumb, {
        max: frame.last,
        class: `scrub ${frame.phase}`,
        disabled: frame.last === 0,
        "aria-label": words("timeline.label"),
        "aria-valuetext": whereOf(frame, words),
      });
      fill(thumb, frame.step);
      for (const part of track.querySelectorAll(".stretch")) reach(part, frame.step);
    },
  };

  /** @param {History} history @param {State["words"]} words */
  function rebuild(history, words) {
    const parts = stretches(history).map(({ phase, from, to }) => {
      const part = html(
        "div",
        { class: `stretch ${phase}`, "data-from": from, "data-to": to },
        html("span", { class: "label" }, words(`timeline.${phase}`)),
        html("span", { class: "done" }),
      );
      style(part, "--from", String(from / history.last));
      style(part, "--to", String(to / history.last));
      return part;
    });
    const marks = ticks(history).map((step) => at("tick", step / history.last));
    track.replaceChildren(...parts, ...marks);
  }
}

/** The step and its stretch, whose label is not shown where it does not fit.
 * @param {Frame} frame @param {State["words"]} words */
function whereOf({ step, last, phase }, words) {
  return words("timeline.value", { step, last }) + words("label.comma") + words(`phase.${phase}`);
}

/** A mark on the track. @param {string} kind @param {number} part of its length */
function at(kind, part) {
  const mark = html("span", { class: kind });
  style(mark, "--from", String(part));
  return mark;
}

/** @param {Element} part @param {number} step */
function reach(part, step) {
  const from = Number(part.getAttribute("data-from"));
  const to = Number(part.getAttribute("data-to"));
  const share = Math.max(0, Math.min(1, (step - from) / Math.max(1, to - from)));
  const done = part.querySelector(".done");
  if (done instanceof HTMLElement) style(done, "width", `${share * 100}%`);
}
