// How wide or high a hand may make a region beside the graph, and what keys and clicks make of it.

/** @import { Region } from "./document/preferences.js" */

/** @typedef {{ low: number, high: number }} Bounds */

/** Less of it could not be used. */
const LEAST = { left: 220, right: 220, drawer: 96 };
/** What stays with the graph: of its width beside columns, of its height above a drawer. */
const GRAPH = { left: 320, right: 320, drawer: 200 };

const STEP = 16;
const LEAP = 96;

/** The keys that make it larger and smaller: they move the edge the way they point. */
const KEYS = {
  left: ["ArrowRight", "ArrowLeft"],
  right: ["ArrowLeft", "ArrowRight"],
  drawer: ["ArrowUp", "ArrowDown"],
};

/** A region that is out of its bounds already may stay there.
 * @param {Region} region @param {number} size what it takes @param {number} graph what the graph has
 * @returns {Bounds} */
export function boundsOf(region, size, graph) {
  const low = Math.min(LEAST[region], size);
  return { low, high: Math.max(size, size + graph - GRAPH[region]) };
}

/** @param {number} size @param {Bounds} bounds */
export function within(size, { low, high }) {
  return Math.round(Math.min(high, Math.max(low, size)));
}

/** How much it grows when its edge moves. @param {Region} region @param {{ x: number, y: number }} by */
export function grownBy(region, { x, y }) {
  return { left: x, right: -x, drawer: -y }[region];
}

/** The size after a key; null is its own size, and undefined says that the key is not for it.
 * @param {Region} region @param {{ key: string, shiftKey: boolean }} pressed @param {number} size
 * @param {Bounds} bounds @returns {number | null | undefined} */
export function keyed(region, { key, shiftKey }, size, bounds) {
  if (key === "Enter") return null;
  if (key === "Home") return bounds.low;
  if (key === "End") return bounds.high;
  const way = [1, -1][KEYS[region].indexOf(key)];
  return way && within(size + way * (shiftKey ? LEAP : STEP), bounds);
}

/** The size after a click, for hands that do not drag: from its own to a large one, to the least, and back.
 * @param {number | null} chosen @param {number} size @param {Bounds} bounds @returns {number | null} */
export function clicked(chosen, size, { low, high }) {
  if (chosen === null) return Math.round((size + high) / 2);
  return chosen > low ? low : null;
}
