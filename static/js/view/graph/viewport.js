// Looking at the graph: it shows itself, follows the steps where it is large, and lets hands take over.

/** @import { Box, Point } from "../../types.js" */
import { brought, fitScale, placedAt, readableScale, roomIn } from "../../model/drawing/fit.js";
import { afterRest } from "../../rest.js";
import { set, style } from "../element.js";
import { narrowPage } from "../page/narrow.js";
import { still } from "../stillness.js";
import { gestures } from "./gestures.js";
import { glideOf } from "./glide.js";

const LIMITS = { min: 0.05, max: 4 };
const ZOOM = 1.25;
/** A picture smaller than this shows no numbers any more, only shapes; a phone is held closer. */
const LEGIBLE = { narrow: 0.22, wide: 0.3 };
/** Milliseconds without a movement after which the view is at rest. */
const REST = 80;
/** Nothing of it is painted, neither a chosen card nor the ring around a focused one. Moving thousands
 * of cards that nobody sees takes longer than painting them from afar: they follow at rest. */
const UNSEEN = ".unpainted:not(.choosing, :focus-within)";
const PAPER = matchMedia("print");

/** @typedef {ReturnType<typeof viewportOf>} Viewport */

/** @param {import("./graph.js").GraphView} graph what goes where the view goes, frame by frame */
export function viewportOf(graph) {
  const { picture, world } = graph;
  let scale = 1;
  /** @type {Point} */
  let shift = { x: 0, y: 0 };
  /** @type {Box | null} */
  let bounds = null;
  /** @type {Box | null} */
  let attended = null;
  /** Which layout is on show. @type {unknown} */
  let shown = null;
  /** Who decides where to look; "whole" is the page, as long as the whole can be read at all.
   * @type {"page" | "whole" | "fit" | "hand"} */
  let lead = "page";
  let size = { width: 0, height: 0 };
  /** @type {((seen: Box, scale: number) => void)[]} */
  const watchers = [graph.look];
  let latest = { x: 0, y: 0, scale: 1 };
  const settle = afterRest(REST, carry);
  const to = glideOf((view) => {
    latest = view;
    if (picture.matches(UNSEEN)) settle();
    else carry();
    graph.move(view, size);
  });

  function carry() {
    const { x, y, scale: by } = latest;
    style(world, "transform", `translate(${x}px, ${y}px) scale(${by})`);
  }

  /** The part of the drawing that is in view. @returns {Box} */
  function seen() {
    return {
      x: -shift.x / scale,
      y: -shift.y / scale,
      width: size.width / scale,
      height: size.height / scale,
    };
  }

  /** @param {boolean} [gently] */
  function apply(gently = false) {
    for (const watch of watchers) watch(seen(), scale);
    to({ ...shift, scale }, gently && !still());
  }

  /** The whole drawing; or, where it would be too small to read, the part that matters now. */
  function show(gently = true) {
    if (!bounds || size.width === 0 || size.height === 0) return;
    const room = roomIn(size, narrowPage.matches);
    const whole = fitScale(bounds, room);
    scale = follows(whole) ? readableScale(whole) : whole;
    shift = placedAt(bounds, room, scale);
    if (scale > whole && attended) shift = brought(attended, bounds, room, scale, shift);
    apply(gently);
  }

  /** Whether the view goes where the steps go. @param {number} whole */
  function follows(whole) {
    const legible = LEGIBLE[narrowPage.matches ? "narrow" : "wide"];
    return lead === "page" || (lead === "whole" && whole < legible);
  }

  /** @param {number} by @param {Point} [about] in pixels of the picture; without one, the middle */
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
    apply(about === undefined);
  }

  /** @param {number} x @param {number} y */
  function pan(x, y) {
    shift = { x: shift.x + x, y: shift.y + y };
    lead = "hand";
    apply();
  }

  /** The same picture at another step, or with a card that is being moved by hand.
   * @param {Box} drawing @param {Box | null} hot */
  function attend(drawing, hot) {
    const moved = bounds !== drawing;
    if (!moved && attended === hot) return;
    picture.classList.add("gliding");
    bounds = drawing;
    attended = hot;
    if ((lead === "page" || lead === "whole") && !moved) show();
  }

  /** @param {{ from: Box, to: Box }} kept */
  function steady({ from, to: now }) {
    shift = { x: shift.x + (from.x - now.x) * scale, y: shift.y + (from.y - now.y) * scale };
    apply();
  }

  gestures(picture, { pan, zoom });
  const canvas = /** @type {Element} */ (picture.parentElement);
  new ResizeObserver(measure).observe(canvas);

  /** A picture with its size in percent would be laid out anew whenever anything on the page
   * changes; with its size in pixels it is left alone. */
  function measure() {
    if (PAPER.matches) return; // there the picture is as wide as the paper, and shows the same
    const { width, height } = canvas.getBoundingClientRect();
    size = { width, height };
    set(picture, { ...size, viewBox: `0 0 ${width} ${height}` }); // so that it fits on paper
    if (lead !== "hand") show(false);
  }

  return {
    seen,
    /** @param {(seen: Box, scale: number) => void} told whenever the view changes */
    watch(told) {
      watchers.push(told);
    },
    /** @param {Point} point of the drawing, to be in the middle */
    centre(point) {
      pan(size.width / 2 - shift.x - point.x * scale, size.height / 2 - shift.y - point.y * scale);
    },
    /** What is out of sight comes to where one looks. @param {Box} box */
    bring(box) {
      if (!bounds || isWithin(box, seen())) return;
      shift = brought(box, bounds, roomIn(size, narrowPage.matches), scale, shift);
      apply(true);
    },
    in: () => zoom(ZOOM),
    out: () => zoom(1 / ZOOM),
    fit() {
      lead = "fit";
      show();
    },
    overview() {
      lead = "whole";
      show();
    },
    /** @param {{ bounds: Box, room: unknown }} placed @param {Box | null} hot the card this step is about
     * @param {{ from: Box, to: Box } | null} [kept] where the same graph is drawn in another way: a
     *   card that stays where it is, if hands have chosen the view */
    look(placed, hot, kept = null) {
      if (shown === placed.room) return attend(placed.bounds, hot);
      picture.classList.toggle("gliding", kept !== null);
      if (kept === null) lead = "page";
      shown = placed.room;
      bounds = placed.bounds;
      attended = hot;
      if (kept && lead === "hand") steady(kept);
      else show(kept !== null); // it glides from fold to fold; a new graph is simply there
    },
  };
}

/** @param {Box} box @param {Box} seen */
function isWithin(box, seen) {
  return (
    box.x >= seen.x &&
    box.y >= seen.y &&
    box.x + box.width <= seen.x + seen.width &&
    box.y + box.height <= seen.y + seen.height
  );
}
