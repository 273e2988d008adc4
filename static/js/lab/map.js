// The map of what a model says: a tile for every place the server asked about, the examples above.

/** @import { Value } from "../types.js" */
/** @typedef {{ x: number[], y: number[], value: Value[][], kind: number[][] }} Survey */
/** @typedef {{ inputs: number[][], targets: Value[] }} Dots */

import { colour, whenThemed } from "../view/charts/colours.js";

const KINDS = ["--plus", "--minus", "--forward", "--reverse", "--good", "--bad"];
const FAINT = 0.12;

/** @param {HTMLCanvasElement} canvas */
export function mapIn(canvas) {
  /** @type {{ survey: Survey, dots: Dots } | null} */
  let latest = null;
  const again = () => latest && paint(canvas, latest.survey, latest.dots);
  whenThemed(canvas, again);
  return {
    /** @param {Survey} survey @param {Dots} dots */
    draw(survey, dots) {
      latest = { survey, dots };
      paint(canvas, survey, dots);
    },
  };
}

/** @param {HTMLCanvasElement} canvas @param {Survey} survey @param {Dots} dots */
function paint(canvas, survey, dots) {
  const pen = canvas.getContext("2d");
  if (!pen) return;
  pen.clearRect(0, 0, canvas.width, canvas.height);
  if (survey.y.length) paintTiles(pen, survey, dots);
  else paintCurve(pen, survey, dots);
}

/** @param {CanvasRenderingContext2D} pen @param {Survey} survey @param {Dots} dots */
function paintTiles(pen, survey, dots) {
  const { width, height } = pen.canvas;
  const [wide, high] = [width / survey.x.length, height / survey.y.length];
  survey.kind.forEach((row, down) => {
    row.forEach((kind, across) => {
      pen.fillStyle = colourOf(kind);
      pen.globalAlpha = FAINT + 0.5 * sureness(survey.value[down]?.[across], kind);
      const [left, top] = [Math.round(across * wide), height - Math.round((down + 1) * high)];
      const right = Math.round((across + 1) * wide);
      pen.fillRect(left, top, right - left, height - Math.round(down * high) - top);
    });
  });
  pen.globalAlpha = 1;
  const [across, down] = [placer(survey.x, width), placer(survey.y, height)];
  dots.inputs.forEach(([x = 0, y = 0], at) => {
    dot(pen, across(x), height - down(y), colourOf(kindOf(dots.targets[at])));
  });
}

/** How far from undecided, as a share; told by the shade only.
 * @param {Value | undefined} value @param {number} kind */
function sureness(value, kind) {
  if (typeof value !== "number") return 0;
  const share = kind === 0 && value <= 0.5 ? 1 - value : value;
  return Math.min(1, Math.max(0, 2 * share - 1));
}

/** A one-hot row names its class by its place. @param {Value | undefined} target */
function kindOf(target) {
  if (Array.isArray(target)) return target.indexOf(1);
  return typeof target === "number" ? target : 0;
}

/** @param {CanvasRenderingContext2D} pen @param {Survey} survey @param {Dots} dots */
function paintCurve(pen, survey, dots) {
  const { width, height } = pen.canvas;
  const values = (survey.value[0] ?? []).map(Number);
  const seen = [...values, ...dots.targets.map(Number)].filter(Number.isFinite);
  const [across, up] = [
    placer(survey.x, width),
    placer([Math.min(...seen), Math.max(...seen)], height),
  ];
  dots.inputs.forEach(([x = 0], at) => {
    dot(pen, across(x), height - up(Number(dots.targets[at])), colourOf(0));
  });
  pen.strokeStyle = colourOf(1);
  pen.lineWidth = 3;
  pen.beginPath();
  for (const [at, value] of values.entries())
    pen.lineTo(across(survey.x[at] ?? 0), height - up(value));
  pen.stroke();
}

/** From a number between the ends of a list to a place on the canvas. @param {number[]} ends @param {number} size */
function placer(ends, size) {
  const [least, most] = [ends[0] ?? 0, ends.at(-1) ?? 1];
  return (/** @type {number} */ at) => (size * (at - least)) / (most - least || 1);
}

/** @param {CanvasRenderingContext2D} pen @param {number} x @param {number} y @param {string} fill */
function dot(pen, x, y, fill) {
  pen.beginPath();
  pen.arc(x, y, 4, 0, 7);
  pen.fillStyle = fill;
  pen.fill();
  pen.strokeStyle = colour("--paper");
  pen.lineWidth = 1.5;
  pen.stroke();
}

/** @param {number} kind */
function colourOf(kind) {
  return colour(KINDS[kind % KINDS.length] ?? "--ink");
}
