// Of a large graph only what is in sight is painted, and from afar no text that is too small to read.

/** @import { Box, Point } from "../../types.js" */
import { set } from "../element.js";

/** Below this it costs nothing to paint everything. */
const MANY = 150;
/** What is painted around the view, as a share of it: nothing is missing while it glides. */
const AROUND = 0.5;
/** Below this scale texts are smears. */
const FAR = 0.3;

/** Where each thing of a picture stands. @type {WeakMap<Element, Box>} */
const extents = new WeakMap();

/** @param {Element} element @param {Box} box */
export function standsIn(element, box) {
  extents.set(element, box);
}

/** @param {Element} element @param {Point[]} route */
export function runsAlong(element, route) {
  const [across, down] = [route.map(({ x }) => x), route.map(({ y }) => y)];
  const [x, y] = [Math.min(...across), Math.min(...down)];
  extents.set(element, { x, y, width: Math.max(...across) - x, height: Math.max(...down) - y });
}

/** @param {SVGSVGElement} picture @param {Element[]} layers whose children are things of the picture */
export function sightOf(picture, layers) {
  /** The part of the drawing that is in view, and how large it is drawn. */
  let view = { seen: { x: 0, y: 0, width: 0, height: 0 }, scale: 1 };
  let sieved = false;

  /** Whenever what is in the picture has changed. */
  function again() {
    const many = layers.some(({ childElementCount }) => childElementCount > MANY);
    picture.classList.toggle("far", many && view.scale < FAR);
    if (!many && !sieved) return;
    sieved = many;
    const painted = many ? wider(view.seen) : null;
    for (const each of layers.flatMap(({ children }) => [...children]))
      set(each, { "data-away": isAway(each, painted) });
  }

  return {
    again,
    /** Whenever the view has changed. @param {Box} seen @param {number} scale */
    look(seen, scale) {
      view = { seen, scale };
      again();
    },
  };
}

/** @param {Element} element @param {Box | null} painted */
function isAway(element, painted) {
  const box = extents.get(element);
  return painted !== null && box !== undefined && !meet(box, painted);
}

/** @param {Box} seen @returns {Box} */
function wider({ x, y, width, height }) {
  const [beside, above] = [width * AROUND, height * AROUND];
  return { x: x - beside, y: y - above, width: width + 2 * beside, height: height + 2 * above };
}

/** @param {Box} one @param {Box} other */
function meet(one, other) {
  return (
    one.x <= other.x + other.width &&
    other.x <= one.x + one.width &&
    one.y <= other.y + other.height &&
    other.y <= one.y + one.height
  );
}
