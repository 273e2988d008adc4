// Looking at the graph: it fits itself until someone pans or zooms.

/** @import { Box, Point } from "../types.js" */
import { style } from "./element.js";
import { gestures } from "./gestures.js";

const MARGIN = { wide: 36, narrow: 14 };
/** The zoom buttons take this much of a small canvas. */
const BUTTONS = 44;
const SMALL = 500;
const LARGEST_FIT = 1.25;
const LIMITS = { min: 0.05, max: 4 };
const ZOOM = 1.25;

/** @typedef {ReturnType<typeof viewportOf>} Viewport */

/** @param {SVGSVGElement} picture @param {SVGGElement} world */
export function viewportOf(picture, world) {
  let scale = 1;
  /** @type {Point} */
  let shift = { x: 0, y: 0 };
  /** @type {Box | null} */
  let bounds = null;
  let fitting = true;
  function apply() {
    style(world, "transform", `translate(${shift.x}px, ${shift.y}px) scale(${scale})`);
  }

  function fit() {
    const { width, height } = picture.getBoundingClientRect();
    if (!bounds || width === 0 || height === 0) return;
    fitting = true;
    const margin = width < SMALL ? MARGIN.narrow : MARGIN.wide;
    const room = { width: width - 2 * margin, height: height - 2 * margin };
    if (width < SMALL) room.height -= BUTTONS;
    scale = Math.min(LARGEST_FIT, room.width / bounds.width, room.height / bounds.height);
    shift = {
      x: margin + room.width / 2 - (bounds.x + bounds.width / 2) * scale,
      y: margin + room.height / 2 - (bounds.y + bounds.height / 2) * scale,
    };
    apply();
  }

  /** @param {number} by @param {Point} [about] in pixels of the picture */
  function zoom(by, about) {
    const { width, height } = picture.getBoundingClientRect();
    const centre = about ?? { x: width / 2, y: height / 2 };
    const next = Math.min(LIMITS.max, Math.max(LIMITS.min, scale * by));
    const ratio = next / scale;
    shift = {
      x: centre.x - (centre.x - shift.x) * ratio,
      y: centre.y - (centre.y - shift.y) * ratio,
    };
    scale = next;
    fitting = false;
    apply();
  }

  /** @param {number} x @param {number} y */
  function pan(x, y) {
    shift = { x: shift.x + x, y: shift.y + y };
    fitting = false;
    apply();
  }

  gestures(picture, { pan, zoom });
  new ResizeObserver(() => fitting && fit()).observe(picture);
  return {
    fit,
    in: () => zoom(ZOOM),
    out: () => zoom(1 / ZOOM),
    /** @param {Box} next */
    bound(next) {
      if (bounds === next) return;
      bounds = next;
      if (fitting) fit();
    },
  };
}
