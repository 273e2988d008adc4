// Looking at the graph: it shows itself, follows the steps where it is large, and lets hands take over.

/** @import { Box, Point } from "../types.js" */
import { brought, fitScale, placedAt, readableScale, roomIn } from "../model/fit.js";
import { set, style } from "./element.js";
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
  let size = { width: 0, height: 0 };

  function apply() {
    style(world, "transform", `translate(${shift.x}px, ${shift.y}px) scale(${scale})`);
  }

  /** The whole drawing; or, where it would be too small to read, the part that matters now. */
  function show() {
    if (!bounds || size.width === 0 || size.height === 0) return;
    const room = roomIn(size);
    const whole = fitScale(bounds, room);
    scale = lead === "page" ? readableScale(whole) : whole;
    shift = placedAt(bounds, room, scale);
    if (scale > whole && attended) shift = brought(attended, bounds, room, scale, shift);
    apply();
  }

  /** @param {number} by @param {Point} [about] in pixels of the picture */
  function zoom(by, about) {
    const centre = about ?? { x: size.width / 2, y: size.height / 2 };
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
  const canvas = /** @type {Element} */ (picture.parentElement);
  new ResizeObserver(measure).observe(canvas);

  /** A picture with its size in percent would be laid out anew whenever anything on the page
   * changes; with its size in pixels it is left alone. */
  function measure() {
    const { width, height } = canvas.getBoundingClientRect();
    size = { width, height };
    set(picture, size);
    if (lead !== "hand") show();
  }

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
      // It glides from step to step, but is simply there when there is a new drawing.
      picture.classList.toggle("gliding", bounds === drawing);
      if (bounds !== drawing) lead = "page";
      bounds = drawing;
      attended = hot;
      if (lead === "page") show();
    },
  };
}
