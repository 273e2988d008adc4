// The way from one view to another, frame by frame. A transition of the style sheet would do the
// same, but a browser then keeps every card of a large graph on a layer of its own.

/** @typedef {{ x: number, y: number, scale: number }} View */

const LASTS = 200;

/** @param {(view: View) => void} draw */
export function glideOf(draw) {
  /** @type {View | null} */
  let now = null;
  let frame = 0;

  /** @param {View} end @param {boolean} gently or at once */
  return function to(end, gently) {
    cancelAnimationFrame(frame);
    const start = now;
    if (start === null || !gently || isSame(start, end)) return show(end);
    let begun = 0;
    frame = requestAnimationFrame(move);

    /** @param {number} time */
    function move(time) {
      begun ||= time;
      const part = Math.min(1, (time - begun) / LASTS);
      if (part < 1) frame = requestAnimationFrame(move);
      show(part < 1 && start ? between(start, end, slowing(part)) : end);
    }
  };

  /** @param {View} view */
  function show(view) {
    now = view;
    draw(view);
  }
}

/** @param {View} one @param {View} other */
function isSame(one, other) {
  return one.x === other.x && one.y === other.y && one.scale === other.scale;
}

/** @param {View} from @param {View} to @param {number} part @returns {View} */
function between(from, to, part) {
  const mix = (/** @type {keyof View} */ key) => from[key] + (to[key] - from[key]) * part;
  return { x: mix("x"), y: mix("y"), scale: mix("scale") };
}

/** Fast at first, then slower. @param {number} part */
function slowing(part) {
  return 1 - (1 - part) ** 3;
}
