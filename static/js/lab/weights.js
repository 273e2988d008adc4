// Weights that look at pictures, as pictures: one tile for each neuron, both signs in their colours.

/** @import { Value } from "../types.js" */

import { colour } from "../view/charts/colours.js";

const MOST = 40;
const ACROSS = 10;
const GAP = 2;

/** The columns of the first weights that fit a picture.
 * @param {Record<string, Value>} parameters @param {number[]} shape @returns {number[][]} */
export function columnsOf(parameters, [high = 0, wide = 0]) {
  for (const weights of Object.values(parameters)) {
    if (!Array.isArray(weights) || weights.length !== high * wide || high * wide === 0) continue;
    const rows = /** @type {number[][]} */ (weights);
    return (rows[0] ?? []).slice(0, MOST).map((_, column) => rows.map((row) => row[column] ?? 0));
  }
  return [];
}

/** @param {HTMLCanvasElement} canvas @param {number[][]} columns @param {number[]} shape */
export function paintWeights(canvas, columns, [high = 1, wide = 1]) {
  const pen = canvas.getContext("2d");
  if (!pen) return;
  const size = Math.max(1, Math.floor(canvas.width / ACROSS / (wide + GAP)));
  canvas.height = Math.ceil(columns.length / ACROSS) * (high + GAP) * size;
  const [plus, minus] = ["--plus", "--minus"].map((name) => colour(name));
  columns.forEach((column, at) => {
    const left = (at % ACROSS) * (wide + GAP) * size;
    const top = Math.floor(at / ACROSS) * (high + GAP) * size;
    const most = Math.max(...column.map(Math.abs)) || 1;
    column.forEach((weight, pixel) => {
      pen.fillStyle = (weight > 0 ? plus : minus) ?? "";
      pen.globalAlpha = Math.abs(weight) / most;
      const [x, y] = [pixel % wide, Math.floor(pixel / wide)];
      pen.fillRect(left + x * size, top + y * size, size, size);
    });
  });
  pen.globalAlpha = 1;
}
