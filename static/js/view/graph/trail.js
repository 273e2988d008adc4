// Where one is in a large graph: the open groups around the card that the step is about, the outer
// ones first. Each takes one back to where only it, and what is around it, is open.

/** @import { Store } from "../../store.js" */
/** @import { Document, Graph, Group, State } from "../../types.js" */
import { allTurned, unfolded } from "../../model/document/folds.js";
import { foldable, groupsAround, titleOf } from "../../model/document/groups.js";
import { frameOf } from "../../model/steps/frame.js";
import { html, set } from "../element.js";
import { remembering } from "../remembering.js";

/** @param {Element} picture @param {Store} store @param {(document: Document) => unknown} redraw */
export function trailIn(picture, store, redraw) {
  const place = html("nav", { class: "trail", hidden: true });
  picture.after(place);
  const changed = remembering();

  return { draw };

  /** @param {State} state */
  function draw(state) {
    const { answer, words, selection, playback } = state;
    if (!answer) return;
    const chosen = selection?.kind === "node" ? selection.id : null;
    const about = chosen ?? frameOf(answer.history, playback.step).now?.node ?? null;
    const { graph } = answer.trace;
    const open = openAround(answer.drawn.open, graph, about ?? graph.output);
    if (!changed([words, answer.drawn, ...open.map(({ id }) => id)])) return;
    set(place, { hidden: open.length === 0, "aria-label": words("group.trail") });
    const whole = crumb(words("group.whole"), graph, []);
    place.replaceChildren(
      whole,
      ...open.map((group, at) => crumb(titleOf(group), graph, open.slice(0, at + 1))),
    );
  }

  /** @param {string} text @param {Graph} graph @param {Group[]} way the groups that stay open */
  function crumb(text, graph, way) {
    const button = html("button", { type: "button", class: "link" }, text);
    button.addEventListener("click", () => {
      const folded = allTurned(store.state.document, graph, true);
      const ids = way.map(({ id }) => id);
      redraw(unfolded(folded, graph, ids));
    });
    return button;
  }
}

/** @param {Group[]} open @param {Graph} graph @param {number} node */
function openAround(open, graph, node) {
  const ids = new Set(open.map(({ id }) => id));
  const real = new Set(foldable(graph).map(({ id }) => id));
  return groupsAround(graph, node).filter(({ id }) => ids.has(id) && real.has(id));
}
