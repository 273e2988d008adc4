// Cards that are moved by hand: with the mouse, or with Alt and the arrow keys.

/** @import { Store } from "../../store.js" */
/** @import { Document, Point } from "../../types.js" */
/** @import { GraphView } from "./graph.js" */
import { pinned, pinsIn, withPin } from "../../model/document/pins.js";

/** A hand this still has only clicked. */
const STILL = 4;
const STEP = 12;
/** @type {Record<string, Point>} */
const WAYS = {
  ArrowLeft: { x: -STEP, y: 0 },
  ArrowRight: { x: STEP, y: 0 },
  ArrowUp: { x: 0, y: -STEP },
  ArrowDown: { x: 0, y: STEP },
};

/** What is being moved: its name, where it was, where the hand took hold.
 * @typedef {{ id: number, name: string, from: Point, hand: Point, moving: boolean }} Held */

/** @param {Store} store @param {GraphView} graph
 * @param {{ nodeOf: (card: Element | null) => number | null, redraw: (document: Document) => void }} how */
export function bindCardDrag(store, { picture, world, cards }, { nodeOf, redraw }) {
  /** @type {Held | null} */
  let held = null;

  cards.addEventListener("pointerdown", (event) => {
    // A finger on a card moves the whole picture: it has no room to miss the cards.
    if (event.pointerType === "touch" || event.button !== 0 || event.shiftKey) return;
    const id = nodeOf(event.target instanceof Element ? event.target.closest(".card") : null);
    held = id === null ? null : takenAt(id, { x: event.clientX, y: event.clientY });
    if (held) event.stopPropagation();
  });
  picture.addEventListener("pointermove", (event) => {
    if (held && (held.moving || isFar(held, event))) drag(held, event);
  });
  picture.addEventListener("pointerup", drop);
  picture.addEventListener("pointercancel", drop);
  picture.addEventListener("click", swallow, { capture: true });
  let justDropped = false;

  /** @param {number} id @param {Point} hand @returns {Held | null} */
  function takenAt(id, hand) {
    const box = store.state.answer?.placed.nodes[id];
    const name = store.state.answer?.trace.graph.nodes[id]?.name;
    return box && name !== undefined
      ? { id, name, hand, from: { x: box.x, y: box.y }, moving: false }
      : null;
  }

  /** @param {Held} what @param {PointerEvent} event */
  function drag(what, event) {
    if (!what.moving) picture.setPointerCapture(event.pointerId);
    what.moving = true;
    picture.classList.add("held");
    place(what, event);
  }

  /** @param {Held} what @param {{ clientX: number, clientY: number }} event */
  function place(what, event) {
    const { answer } = store.state;
    if (!answer) return;
    const point = pointAt(what, event);
    const pins = pinsIn(answer.document).set(what.name, point);
    const placed = pinned(answer.laid, answer.drawn.graph, pins);
    store.update({ answer: { ...answer, placed } });
  }

  /** @param {Held} what @param {{ clientX: number, clientY: number }} event @returns {Point} */
  function pointAt({ from, hand }, { clientX, clientY }) {
    const scale = world.getScreenCTM()?.a || 1;
    return { x: from.x + (clientX - hand.x) / scale, y: from.y + (clientY - hand.y) / scale };
  }

  /** @param {PointerEvent} event */
  function drop(event) {
    if (held?.moving) {
      redraw(withPin(store.state.document, held.name, pointAt(held, event)));
      justDropped = true;
      setTimeout(() => {
        justDropped = false;
      });
    }
    picture.classList.remove("held");
    held = null;
  }

  /** The end of a movement is no click. @param {Event} event */
  function swallow(event) {
    if (justDropped) event.stopPropagation();
  }

  /** One step with the keyboard. @param {string} key @param {number} id @returns {boolean} whether it was one */
  function nudge(key, id) {
    const [way, { answer, document }] = [WAYS[key], store.state];
    const box = answer?.placed.nodes[id];
    const name = answer?.trace.graph.nodes[id]?.name;
    if (!way || !box || name === undefined) return false;
    redraw(withPin(document, name, { x: box.x + way.x, y: box.y + way.y }));
    return true;
  }

  return { nudge };
}

/** @param {Held} held @param {PointerEvent} event */
function isFar({ hand }, { clientX, clientY }) {
  return Math.hypot(clientX - hand.x, clientY - hand.y) >= STILL;
}
