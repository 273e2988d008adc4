// How broad each edge is drawn: by the gradient that it carries in the whole run, so that an edge keeps
// its breadth from step to step.

/** @import { Drawn, History, Value } from "../../types.js" */
import { asNumber } from "../numbers/numbers.js";

/** More are not drawn one by one. */
const MOST = 500;
/** @type {WeakMap<History, { drawn: Drawn, found: Map<number, number> }>} */
const known = new WeakMap();

/** By drawn edge, from 0 to 1 on the scale of square roots; Infinity for what is no finite number.
 * @param {History} history @param {Drawn} drawn @returns {Map<number, number>} */
export function breadths(history, drawn) {
  const before = known.get(history);
  if (before?.drawn === drawn) return before.found;
  const found = drawn.graph.edges.length > MOST ? new Map() : shares(history, drawn);
  known.set(history, { drawn, found });
  return found;
}

/** @param {History} history @param {Drawn} drawn @returns {Map<number, number>} */
function shares(history, drawn) {
  /** @type {Map<number, number>} */
  const sizes = new Map();
  for (const { id } of drawn.graph.edges) {
    const parts = (drawn.merged.get(id) ?? [id]).flatMap((part) => carriedBy(history, part));
    if (parts.length > 0) sizes.set(id, Math.max(...parts));
  }
  const largest = Math.max(...[...sizes.values()].filter(Number.isFinite));
  return new Map([...sizes].map(([id, size]) => [id, size === 0 ? 0 : rooted(size, largest)]));
}

/** @param {number} size @param {number} largest */
function rooted(size, largest) {
  return Number.isFinite(size) ? Math.sqrt(size / largest) : Number.POSITIVE_INFINITY;
}

/** The size of what an edge carries. @param {History} history @param {number} edge */
function carriedBy({ trace, pulled }, edge) {
  const index = pulled[edge];
  const step = typeof index === "number" ? trace.steps.at(index - 1) : null;
  return step && "contribution" in step ? sizeOf(step.contribution) : [];
}

/** Of a tensor, its largest entry. @param {Value} value @returns {number} */
function sizeOf(value) {
  if (Array.isArray(value)) return Math.max(0, ...value.map(sizeOf));
  const size = Math.abs(asNumber(value));
  return Number.isNaN(size) ? Number.POSITIVE_INFINITY : size;
}
