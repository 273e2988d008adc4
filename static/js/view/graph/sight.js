// Of a large graph only what is in sight is painted, and from afar no text that is too small to read;
// of a very large one there is another picture from afar.

/** @import { Box, Point } from "../../types.js" */
import { set } from "../element.js";

/** Below this it costs nothing to paint everything. */
const MANY = 150;
/** What is painted around the view, as a share of it: nothing is missing while it glides. */
const AROUND = 0.5;
/** Below this scale texts are smears. */
const FAR = 0.3;
/** Beyond this many, what cannot be read is not worth its own elements' painting. */
const VERY_MANY = 500;
const UNREADABLE = 0.46;
/** The sieve is used again when this much more than is in view has come to be painted. */
const TOO_WIDE = 4;

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

/** @param {SVGSVGElement} picture @param {Element[]} layers whose children are things of the picture
 * @param {(wanted: boolean) => boolean} [instead] asks for the picture from afar, and says whether it
 *   is there */
export function sightOf(picture, layers, instead = () => false) {
  /** The part of the drawing that is in view, and how large it is drawn. */
  let view = { seen: { x: 0, y: 0, width: 0, height: 0 }, scale: 1 };
  /** What is painted, where that is not everything. @type {Box | null} */
  let painted = null;
  /** Of the fullest layer: a browser counts them one by one. */
  let count = 0;

  /** Whenever what is in the picture has changed. */
  function again() {
    count = Math.max(...layers.map(({ childElementCount }) => childElementCount));
    sift();
  }

  function sift() {
    const { many, afar } = dressed();
    const wanted = many && !afar ? wider(view.seen) : null;
    if (wanted === null && painted === null) return;
    painted = wanted;
    for (const each of layers.flatMap(({ children }) => [...children]))
      set(each, { "data-away": isAway(each, painted) });
  }

  function dressed() {
    const many = count > MANY;
    const afar = instead(count > VERY_MANY && view.scale < UNREADABLE);
    picture.classList.toggle("far", many && (afar || view.scale < FAR));
    picture.classList.toggle("unpainted", afar);
    return { many, afar };
  }

  return {
    again,
    /** Whenever the view has changed. @param {Box} seen @param {number} scale */
    look(seen, scale) {
      view = { seen, scale };
      if (painted === null || !serves(painted, seen) || dressed().afar) sift();
    },
  };
}

/** Whether what is painted is enough for this view, and not far too much. @param {Box} painted @param {Box} seen */
function serves(painted, seen) {
  return (
    painted.width < TOO_WIDE * seen.width &&
    painted.x <= seen.x &&
    painted.y <= seen.y &&
    painted.x + painted.width >= seen.x + seen.width &&
    painted.y + painted.height >= seen.y + seen.height
  );
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
