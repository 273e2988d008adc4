// From a trace to its picture: what is folded, where everything stands, what a hand has moved.

/** @import { Store } from "../../store.js" */
/** @import { Answer, Document, Drawn, Graph, PlacedIn } from "../../types.js" */
/** @import { Mode } from "../../model/document/mode.js" */
/** @import { Room } from "../../model/drawing/fit.js" */
import { sameDrawing } from "../../model/document/document.js";
import { foldedIn } from "../../model/document/folds.js";
import { modeOf } from "../../model/document/mode.js";
import { pinned, pinsIn } from "../../model/document/pins.js";
import { drawnOf, redrawn } from "../../model/drawing/drawn.js";
import { reshaped } from "../../model/drawing/fit.js";
import { layout } from "./layout.js";

/** What is drawn, and where; `laid` is as the layout has it, before any card was moved by hand.
 * @typedef {{ drawn: Drawn, laid: PlacedIn, placed: PlacedIn }} Picture */

/** The places stay while the drawing and the shape of its room do.
 * @param {Graph} graph @param {Document} document @param {Room} room @param {Answer | null} before
 * @param {AbortSignal} [signal] @returns {Promise<Picture>} */
export async function pictureOf(graph, document, room, before, signal) {
  const folded = foldedIn(document, graph);
  const drawn = (before && redrawn(before.drawn, graph, folded)) ?? drawnOf(graph, folded);
  const same = before && sameDrawing(before.drawn.graph, drawn.graph);
  const stays = same && !reshaped(before.placed.room, room);
  const laid = stays
    ? before.laid
    : await layout(drawn, room, before && { drawn: before.drawn, placed: before.laid }, signal);
  const pins = JSON.stringify([...pinsIn(document)]);
  const unmoved = stays && pins === JSON.stringify([...pinsIn(before.document)]);
  const placed = unmoved ? before.placed : pinned(laid, drawn.graph, pinsIn(document));
  return { drawn, laid, placed };
}

/** Another way of drawing the same answer: nothing is asked of the server.
 * @param {Store} store @param {(mode: Mode) => Room} room */
export function redrawer(store, room) {
  let latest = 0;
  return async (/** @type {Document} */ document) => {
    const { answer } = store.state;
    if (!answer) return;
    latest += 1;
    const turn = latest;
    store.update({ document });
    const picture = await pictureOf(answer.trace.graph, document, room(modeOf(document)), answer);
    const now = store.state.answer;
    if (turn !== latest || now?.trace.graph.nodes !== answer.trace.graph.nodes) return;
    const asked = { ...now.document, rest: document.rest };
    store.update({ answer: { ...now, ...picture, document: asked } });
  };
}
