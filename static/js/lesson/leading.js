// The text leads, the workspace follows: each section shows its state, and keeps open answers hidden.

/** @import { Store } from "../store.js" */
/** @import { Document, State } from "../types.js" */
/** @import { Question, Shown } from "./types.js" */
/** @import { Section } from "../model/lesson.js" */
import { afterAnswer, documentShown, isShown, patientStep } from "../model/lesson.js";
import { set } from "../view/element.js";
import { showRoute } from "../view/example-view.js";

/** Where on the column the section begins that counts as read. */
const LINE = 0.45;

/** @typedef {{ store: Store, place: HTMLElement,
 *   open: (document: Document, step: number | null) => void,
 *   act: (type: string, to?: number) => void,
 *   sections: () => Section[], lesson: () => string,
 *   asked: (section: Section) => Question[] }} Parts `asked`: the questions still open */

/** @param {Parts} parts */
export function leadingOf({ store, place, open, act, sections, lesson, asked }) {
  let current = -1;
  /** What is to be shown once its numbers are there. @type {Section | null} */
  let pending = null;

  store.watch((state) => {
    if (pending && arrived(state, pending.shown)) settle(state, pending);
  });
  place.addEventListener("scroll", follow, { passive: true });

  /** @param {number} at */
  function activate(at) {
    const section = sections()[at];
    if (!section) return;
    current = at;
    for (const part of place.querySelectorAll(".part"))
      set(part, { "data-active": part.getAttribute("data-section") === String(at) });
    pending = section;
    if (arrived(store.state, section.shown)) settle(store.state, section);
    else if (!isShown(store.state.document, section.shown))
      open(documentShown(section.shown, lesson()), 0);
  }

  /** Its numbers are there: to the step, the node and the panel.
   * @param {State} state @param {Section} section */
  function settle({ answer, drawer }, section) {
    pending = null;
    if (!answer) return;
    const { select, panel } = section.shown.view;
    const node = answer.trace.graph.nodes.find(({ name }) => name === select);
    store.update({ selection: node ? { kind: "node", id: node.id } : null });
    act("seek", patientStep(answer.history, section.shown, asked(section)));
    if (panel) showRoute(store, section.shown.view);
    else if (drawer) store.update({ drawer: null });
  }

  /** The section that is being read leads the graph. */
  function follow() {
    const line = place.getBoundingClientRect().top + place.clientHeight * LINE;
    const parts = [...place.querySelectorAll(".part")];
    const at = parts.findLastIndex((part) => part.getBoundingClientRect().top <= line);
    if (at >= 0 && at !== current) activate(at);
  }

  return {
    activate,
    /** The section that is being read. */
    at: () => sections()[current] ?? null,
    follow,
    forget() {
      current = -1;
      pending = null;
    },
    /** A question that comes late still keeps its answer to itself. */
    again() {
      const section = sections()[current];
      const { answer, playback } = store.state;
      if (!section || !answer || pending || !arrived(store.state, section.shown)) return;
      const step = patientStep(answer.history, section.shown, asked(section));
      if (playback.step > step) act("seek", step);
    },
    /** The graph goes on to where the answer stands. @param {Question} question */
    reveal(question) {
      const { answer } = store.state;
      if (answer) act("seek", afterAnswer(answer.history, question));
    },
  };
}

/** @param {State} state @param {Shown} shown */
function arrived({ ready, answer, document }, shown) {
  return ready && answer?.document.source === shown.source && isShown(document, shown);
}
