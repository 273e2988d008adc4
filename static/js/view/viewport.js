// Looking at the graph: it shows itself, follows the steps where it is large, and lets hands take over.

/** @import { Box, Point } from "../types.js" */
import { brought, fitScale, placedAt, readableScale, roomIn } from "../model/fit.js";
import { style } from "./element.js";
import { gestures } from "./gestures.js";

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
  /** @type {Box | null} */
  let attended = null;
  /** Who decides where to look. @type {"page" | "fit" | "hand"} */
  let lead = "page";

  function apply() {
    style(world, "transform", `translate(${shift.x}px, ${shift.y}px) scale(${scale})`);
  }

  /** The whole drawing; or, where it would be too small to read, the part that matters now. */
  function show() {
    const { width, height } = picture.getBoundingClientRect();
    if (!bounds || width === 0 || height === 0) return;
    const room = roomIn({ width, height });
    const whole = fitScale(bounds, room);
    scale = lead === "page" ? readableScale(whole, room) : whole;
    shift = placedAt(bounds, room, scale);
    if (scale > whole && attended) shift = brought(attended, room, scale, shift);
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
    lead = "hand";
    apply();
  }

  /** @param {number} x @param {number} y */
  function pan(x, y) {
    shift = { x: shift.x + x, y: shift.y + y };
    lead = "hand";
    apply();
  }

  gestures(picture, { pan, zoom });
  new ResizeObserver(() => lead !== "hand" && show()).observe(picture);
  return {
    in: () => zoom(ZOOM),
    out: () => zoom(1 / ZOOM),
    fit() {
      lead = "fit";
      show();
    },
    /** @param {Box} drawing @param {Box | null} hot the card this step is about */
    look(drawing, hot) {
      if (bounds === drawing && attended === hot) return;
      if (bounds !== drawing) lead = "page";
      bounds = drawing;
      attended = hot;
      if (lead === "page") show();
    },
  };
}
