// What stands of a program that came with a fault: a dim picture to be looked at, and a note that
// says so, until there is an answer.

/** @import { State } from "../../types.js" */
import { frameOf } from "../../model/steps/frame.js";
import { byId, html, set, write } from "../element.js";
import { graphIn } from "./graph.js";
import { viewportOf } from "./viewport.js";

/** @param {HTMLElement} canvas */
export function standingIn(canvas) {
  const place = html("div", { class: "side standing" });
  const note = html("p", { class: "stale-note" });
  byId("side").after(place);
  canvas.append(note);
  const graph = graphIn(place, { twin: true });
  const viewport = viewportOf(graph);
  for (const way of /** @type {const} */ (["in", "out", "fit"]))
    byId(`zoom-${way}`).addEventListener("click", () => viewport[way]());

  return {
    /** @param {State} state */
    draw(state) {
      const { answer, standing, words } = state;
      const shown = answer ? null : standing;
      for (const each of [place, note]) set(each, { hidden: shown === null });
      if (!shown) return;
      write(note, words("canvas.standing"));
      viewport.look(shown.placed, null);
      // Cards without numbers are dim already.
      graph.draw({ ...state, answer: shown, stale: false }, frameOf(shown.history, 0));
      set(graph.picture, { "aria-label": words("canvas.standing") });
    },
  };
}
