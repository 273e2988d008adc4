// Hands on the canvas: drag to pan, wheel or two fingers to zoom.

/** @import { Point } from "../../types.js" */

/** A hand this still has only clicked. */
const STILL = 4;

/** @param {SVGSVGElement} picture
 * @param {{ pan: (x: number, y: number) => void, zoom: (by: number, about: Point) => void }} look */
export function gestures(picture, { pan, zoom }) {
  /** @type {Map<number, Point>} */
  const fingers = new Map();
  let dragging = false;

  picture.addEventListener("wheel", wheel, { passive: false });
  picture.addEventListener("pointerdown", (event) => {
    // The right button asks for a menu, which may get the rest of it.
    if (event.button !== 2) fingers.set(event.pointerId, inside(event));
  });
  picture.addEventListener("pointermove", move);
  picture.addEventListener("pointerup", lift);
  picture.addEventListener("pointercancel", lift);

  /** @param {MouseEvent} event @returns {Point} */
  function inside({ clientX, clientY }) {
    const { left, top } = picture.getBoundingClientRect();
    return { x: clientX - left, y: clientY - top };
  }

  /** @param {WheelEvent} event */
  function wheel(event) {
    event.preventDefault();
    zoom(Math.exp(-event.deltaY * (event.ctrlKey ? 0.01 : 0.0015)), inside(event));
  }

  /** @param {PointerEvent} event */
  function move(event) {
    const before = fingers.get(event.pointerId);
    if (!before) return;
    const now = inside(event);
    const other = [...fingers].find(([id]) => id !== event.pointerId)?.[1];
    if (!other && !dragging && Math.hypot(now.x - before.x, now.y - before.y) < STILL) return;
    fingers.set(event.pointerId, now);
    if (other) pinch(before, now, other);
    else drag(event, before, now);
  }

  /** @param {PointerEvent} event @param {Point} before @param {Point} now */
  function drag(event, before, now) {
    if (!dragging) picture.setPointerCapture(event.pointerId);
    dragging = true;
    picture.classList.add("dragged");
    pan(now.x - before.x, now.y - before.y);
  }

  /** @param {Point} before @param {Point} now @param {Point} other */
  function pinch(before, now, other) {
    const old = Math.hypot(before.x - other.x, before.y - other.y);
    const wide = Math.hypot(now.x - other.x, now.y - other.y);
    if (old > 0) zoom(wide / old, { x: (now.x + other.x) / 2, y: (now.y + other.y) / 2 });
  }

  /** @param {PointerEvent} event */
  function lift(event) {
    fingers.delete(event.pointerId);
    dragging = false;
    picture.classList.remove("dragged");
  }
}
