// What stands of a program that came with a fault: a dim picture to be looked at, and a note that
// says so, until there is an answer.

/** @import { Answer, State, Words } from "../../types.js" */
import { frameOf } from "../../model/steps/frame.js";
import { byId, html, set, svg, write } from "../element.js";
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
  const reasons = svg("g", { class: "reasons" });
  graph.world.append(reasons);
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
      const found = reasonsIn(shown, words);
      reasons.replaceChildren(...found.map(reasonAbove));
      const told = found.map(({ name, text }) => `${name}: ${text}`);
      set(graph.picture, { "aria-label": [words("canvas.standing"), ...told].join(". ") });
    },
  };
}

/** @typedef {{ name: string, text: string, box: import("../../types.js").Box }} Reason */

/** Why there is no more of a card than its name. @param {Answer} answer @param {Words} words
 * @returns {Reason[]} */
function reasonsIn({ trace, placed, unread }, words) {
  return trace.graph.nodes.flatMap(({ id, kind, name }) => {
    const [box, line] = [placed.nodes[id], unread?.get(name)];
    if (kind !== "unread" || !box || line === undefined) return [];
    return { name, text: words("card.unread", { line }), box };
  });
}

/** No edge leads to such a card: above it there is room. @param {Reason} reason */
function reasonAbove({ text, box }) {
  return svg("text", { x: box.x + box.width / 2, y: box.y - 10 }, text);
}
