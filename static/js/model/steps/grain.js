// How large a step is: an edge, a node, a card (a folded group is one), or a whole pass; and where
// the reader wants to stop. Both stand in the link: grain=node&bp=3,9.

/** @import { Document, Drawn, History, State, Step } from "../../types.js" */
import { stretches } from "./phases.js";

/** @typedef {"edge" | "node" | "group" | "pass"} Grain */

/** @type {Grain[]} */
export const GRAINS = ["edge", "node", "group", "pass"];
const FINEST = "edge";

/** @param {Document} document @returns {Grain} */
export function grainOf({ rest }) {
  const text = rest.find(([key]) => key === "grain")?.[1];
  return GRAINS.find((grain) => grain === text) ?? FINEST;
}

/** @param {Document} document @param {Grain} grain @returns {Document} */
export function inGrain(document, grain) {
  return withField(document, "grain", grain === FINEST ? "" : grain);
}

/** The next finer or coarser one. @param {Document} document @param {1 | -1} way */
export function otherGrain(document, way) {
  return GRAINS[GRAINS.indexOf(grainOf(document)) + way] ?? grainOf(document);
}

/** @param {Document} document @returns {number[]} steps at which playing stops, in order */
export function breaksIn({ rest }) {
  const text = rest.find(([key]) => key === "bp")?.[1] ?? "";
  const steps = text.split(",").filter((each) => /^\d+$/.test(each));
  return [...new Set(steps.map(Number))].sort((a, b) => a - b);
}

/** Puts a breakpoint at a step, or takes it away. @param {Document} document @param {number} step @returns {Document} */
export function withBreak(document, step) {
  const breaks = breaksIn(document);
  const left = breaks.filter((each) => each !== step);
  const now = left.length < breaks.length ? left : [...breaks, step].sort((a, b) => a - b);
  return withField(document, "bp", now.join(","));
}

/** @param {Document} document @param {string} field @param {string} text @returns {Document} */
function withField(document, field, text) {
  const others = document.rest.filter(([key]) => key !== field);
  return { ...document, rest: text === "" ? others : [...others, [field, text]] };
}

/** The steps that a grain stops at; null where it stops at every one.
 * @param {Grain} grain @param {History} history @param {Drawn} drawn @returns {number[] | null} */
export function stopsOf(grain, history, drawn) {
  if (grain === "edge") return null;
  const { last, trace } = history;
  if (grain === "pass") return [...stretches(history).map(({ to }) => to)];
  const own = trace.steps.filter((step) => isWhole(step) && shows(step, grain, drawn));
  return [...new Set([...own.map(({ index }) => index), last])];
}

/** Whether a node has all of its number after this step. @param {Step} step */
function isWhole(step) {
  return !("complete" in step) || step.complete;
}

/** What happens inside a folded card is passed over. @param {Step} step @param {Grain} grain @param {Drawn} drawn */
function shows(step, grain, { owner }) {
  return grain === "node" || !owner.has(step.node);
}

/** @type {WeakMap<History, { key: unknown[], stops: number[] | null }>} */
const known = new WeakMap();

/** Where playback stops in this state of the page.
 * @param {Pick<State, "answer" | "document">} state */
export function marksOf({ answer, document }) {
  const breaks = breaksIn(document);
  if (!answer) return { stops: null, breaks };
  const { history, drawn } = answer;
  const key = [grainOf(document), drawn];
  const found = known.get(history);
  if (found?.key.every((each, i) => each === key[i])) return { stops: found.stops, breaks };
  const stops = stopsOf(grainOf(document), history, drawn);
  known.set(history, { key, stops });
  return { stops, breaks };
}
