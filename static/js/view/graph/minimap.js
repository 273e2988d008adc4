// A small map of a large graph, in the corner where it hides least: where its cards are, and which part
// of them is in view.

/** @import { Box, State } from "../../types.js" */
/** @import { Viewport } from "./viewport.js" */
import { freerCorner } from "../../model/drawing/fit.js";
import { set, svg } from "../element.js";
import { remembering } from "../remembering.js";

const LEAST_NODES = 40;
const ROOM = { width: 168, height: 108 };
const MARGIN = 6;
/** What lies between the map and the foot of the canvas. */
const BENEATH = 56;

/** @param {HTMLElement} canvas @param {Viewport} viewport */
export function minimapIn(canvas, viewport) {
  const cards = svg("path", { class: "cards" });
  const frame = svg("rect", { class: "view", rx: 2 });
  const map = svg("svg", { class: "minimap", ...ROOM, "aria-hidden": "true" }, cards, frame);
  canvas.append(map);
  const changed = remembering();
  let scale = 1;
  /** @type {Box | null} */
  let bounds = null;
  viewport.watch(look);
  for (const kind of /** @type {const} */ (["pointerdown", "pointermove"])) {
    map.addEventListener(kind, (event) => {
      if (event.buttons === 1) go(event);
    });
  }

  /** @param {MouseEvent} event */
  function go({ clientX, clientY }) {
    const { left, top } = map.getBoundingClientRect();
    if (!bounds) return;
    viewport.centre({
      x: bounds.x + (clientX - left - MARGIN) / scale,
      y: bounds.y + (clientY - top - MARGIN) / scale,
    });
  }

  /** @param {Box} seen the part of the drawing that is in view */
  function look(seen) {
    if (!bounds) return;
    set(frame, {
      x: MARGIN + (seen.x - bounds.x) * scale,
      y: MARGIN + (seen.y - bounds.y) * scale,
      width: seen.width * scale,
      height: seen.height * scale,
    });
  }

  /** How much of the drawing it covers. @param {Box} seen */
  function cornerIn(seen) {
    const by = seen.width / canvas.clientWidth;
    return { width: (ROOM.width + BENEATH / 4) * by, height: (ROOM.height + BENEATH) * by };
  }

  return {
    /** @param {State} state */
    draw({ answer }) {
      const large = answer !== null && answer.drawn.graph.nodes.length >= LEAST_NODES;
      set(map, { hidden: !large || answer.beside !== null });
      if (!large || !changed([answer.placed])) return;
      bounds = answer.placed.bounds;
      scale = Math.min(
        (ROOM.width - 2 * MARGIN) / bounds.width,
        (ROOM.height - 2 * MARGIN) / bounds.height,
      );
      const { x, y } = bounds;
      set(cards, {
        d: answer.placed.nodes.map((box) => block(box, x, y, scale)).join(""),
      });
      const seen = viewport.seen();
      look(seen);
      map.dataset.corner = freerCorner(answer.placed.nodes, seen, cornerIn(seen));
    },
  };
}

/** One card as a block; never thinner than can be seen.
 * @param {Box} box @param {number} left @param {number} top @param {number} scale */
function block({ x, y, width, height }, left, top, scale) {
  const [w, h] = [Math.max(1.5, width * scale), Math.max(1.5, height * scale)];
  const at = (/** @type {number} */ n) => Math.round(n * 10) / 10;
  return `M${at(MARGIN + (x - left) * scale)} ${at(MARGIN + (y - top) * scale)}h${at(w)}v${at(h)}h${at(-w)}z`;
}
