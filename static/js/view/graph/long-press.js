// A finger that rests on something: what a right click is for a mouse.

/** Milliseconds until it is meant. */
const LONG = 500;
/** A finger this still has not moved. */
const STILL = 10;

/** @param {Element} place @param {(event: PointerEvent) => boolean} pressed whether there was something */
export function bindLongPress(place, pressed) {
  /** @type {{ event: PointerEvent, timer: ReturnType<typeof setTimeout> } | null} */
  let held = null;
  let done = false;

  place.addEventListener("pointerdown", (heard) => {
    const event = /** @type {PointerEvent} */ (heard);
    const second = held !== null;
    release();
    done = false;
    if (event.pointerType !== "touch" || second) return; // two fingers zoom
    held = { event, timer: setTimeout(press, LONG, event) };
  });
  place.addEventListener("pointermove", (heard) => {
    const { clientX, clientY } = /** @type {PointerEvent} */ (heard);
    if (held && Math.hypot(clientX - held.event.clientX, clientY - held.event.clientY) > STILL)
      release();
  });
  for (const end of ["pointerup", "pointercancel"]) place.addEventListener(end, release);
  place.addEventListener("touchend", swallow, { passive: false });

  /** @param {PointerEvent} event */
  function press(event) {
    held = null;
    done = pressed(event);
  }

  function release() {
    clearTimeout(held?.timer);
    held = null;
  }

  /** The finger that leaves has not tapped. @param {Event} event */
  function swallow(event) {
    if (done && event.cancelable) event.preventDefault();
  }
}
