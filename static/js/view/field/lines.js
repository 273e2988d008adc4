// What is painted over the axes of a field: areas of equal height, arrows, the tangent, the way down.

/** @import { Field } from "../../types.js" */
import { arrowsOf, drawn, flat, levelsOf } from "../../model/field.js";

/** A canvas with its frame, and where a number stands on it; `px` is one pixel of the page.
 * @typedef {{ ctx: CanvasRenderingContext2D, px: number, frame: DOMRect,
 *   at: (x: number, y: number) => [number, number] }} Paper */
/** @typedef {(name: string) => string} Colour */
/** @typedef {typeof import("../../../vendor/contour.js").contours} Contours */

const LONGEST = 22;
const HEAD = 5;

/** @param {any} plot of uPlot @param {Field} answer @param {Contours} contours @param {Colour} colour */
export function drawField({ ctx, bbox, valToPos }, answer, contours, colour) {
  /** @type {Paper} */
  const paper = {
    ctx,
    px: devicePixelRatio,
    frame: bbox,
    at: (x, y) => [valToPos(x, "x", true), valToPos(y, "y", true)],
  };
  ctx.save();
  ctx.beginPath();
  ctx.rect(bbox.left, bbox.top, bbox.width, bbox.height);
  ctx.clip();
  if (answer.axes.y) {
    drawHeights(paper, answer, contours, colour("--forward"));
    drawArrows(paper, answer, colour("--reverse"));
  } else drawTangent(paper, answer, colour("--reverse"));
  drawDescent(paper, answer, colour("--ink"));
  drawHere(paper, answer, colour);
  ctx.restore();
}

/** Each level is painted over the ones below it, so that higher is stronger.
 * @param {Paper} paper @param {Field} answer @param {Contours} contours @param {string} ink */
function drawHeights(paper, answer, contours, ink) {
  const { ctx, px } = paper;
  const { axes } = answer;
  const [width, height] = [answer.x.length, answer.y?.length ?? 0];
  const heights = flat(answer.value);
  const place = (/** @type {number[]} */ [column = 0, row = 0]) =>
    paper.at(
      along(axes.x.range, (column - 0.5) / (width - 1)),
      along(axes.y?.range ?? axes.x.range, (row - 0.5) / (height - 1)),
    );
  ctx.strokeStyle = ink;
  ctx.fillStyle = ink;
  ctx.lineWidth = px;
  const levels = levelsOf(heights);
  for (const area of contours().size([width, height]).thresholds(levels)(heights)) {
    ctx.beginPath();
    for (const ring of area.coordinates.flat()) trace(ctx, ring.map(place));
    ctx.globalAlpha = 0.07;
    ctx.fill("evenodd");
    ctx.globalAlpha = 0.5;
    ctx.stroke();
  }
  ctx.globalAlpha = 1;
}

/** @param {{ min: number, max: number }} range @param {number} part */
function along({ min, max }, part) {
  return min + part * (max - min);
}

/** @param {CanvasRenderingContext2D} ctx @param {[number, number][]} points */
function trace(ctx, points) {
  for (const [i, [x, y]] of points.entries()) {
    if (i === 0) ctx.moveTo(x, y);
    else ctx.lineTo(x, y);
  }
}

/** Arrows point where a step of gradient ascent goes; roots keep short ones visible beside long ones.
 * @param {Paper} paper @param {Field} answer @param {string} ink */
function drawArrows(paper, answer, ink) {
  const { ctx, px, frame } = paper;
  const { axes } = answer;
  const wide = frame.width / (axes.x.range.max - axes.x.range.min);
  const tall = axes.y ? frame.height / (axes.y.range.max - axes.y.range.min) : 1;
  ctx.strokeStyle = ink;
  ctx.lineWidth = 1.4 * px;
  ctx.beginPath();
  for (const arrow of arrowsOf(answer)) {
    const way = Math.atan2(-arrow.up * tall, arrow.along * wide);
    const length = LONGEST * px * Math.sqrt(Math.hypot(arrow.along, arrow.up));
    if (length > px) arrowFrom(ctx, paper.at(arrow.x, arrow.y), way, length, HEAD * px);
  }
  ctx.stroke();
}

/** @param {CanvasRenderingContext2D} ctx @param {[number, number]} from @param {number} way
 * @param {number} length @param {number} head */
function arrowFrom(ctx, [x, y], way, length, head) {
  const [endX, endY] = [x + length * Math.cos(way), y + length * Math.sin(way)];
  ctx.moveTo(x, y);
  ctx.lineTo(endX, endY);
  for (const turn of [2.6, -2.6]) {
    const size = Math.min(head, length);
    ctx.moveTo(endX, endY);
    ctx.lineTo(endX + size * Math.cos(way + turn), endY + size * Math.sin(way + turn));
  }
}

/** @param {Paper} paper @param {Field} answer @param {string} ink */
function drawTangent({ ctx, px, at }, answer, ink) {
  const { x: xs = [], value: values = [] } = answer.here?.tangent ?? {};
  const ends = xs.flatMap((x, i) => {
    const height = drawn(values[i]);
    return height === null ? [] : [at(x, height)];
  });
  ctx.strokeStyle = ink;
  ctx.lineWidth = 1.6 * px;
  ctx.setLineDash([6 * px, 4 * px]);
  ctx.beginPath();
  trace(ctx, ends);
  ctx.stroke();
  ctx.setLineDash([]);
}

/** @param {Paper} paper @param {Field} answer @param {string} ink */
function drawDescent({ ctx, px, at }, answer, ink) {
  const { x: xs = [], y: ys, value: values = [] } = answer.descent ?? {};
  const places = xs.map((x, i) => at(x, (ys ?? values)[i] ?? 0));
  ctx.strokeStyle = ink;
  ctx.fillStyle = ink;
  ctx.lineWidth = 1.4 * px;
  ctx.beginPath();
  trace(ctx, places);
  ctx.stroke();
  for (const [x, y] of places) dot(ctx, x, y, 2.2 * px);
}

/** Where the values stand. @param {Paper} paper @param {Field} answer @param {Colour} colour */
function drawHere({ ctx, px, at }, { here, axes }, colour) {
  const height = axes.y ? here?.y : drawn(here?.value);
  if (!here || typeof height !== "number") return;
  const [x, y] = at(here.x, height);
  ctx.fillStyle = colour("--panel");
  dot(ctx, x, y, 6.5 * px);
  ctx.fillStyle = colour("--reverse");
  dot(ctx, x, y, 4.5 * px);
}

/** @param {CanvasRenderingContext2D} ctx @param {number} x @param {number} y @param {number} radius */
function dot(ctx, x, y, radius) {
  ctx.beginPath();
  ctx.arc(x, y, radius, 0, 2 * Math.PI);
  ctx.fill();
}
