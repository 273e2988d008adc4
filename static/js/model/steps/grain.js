// How large a step is: an edge, a node, a card (a folded group is one), or a whole pass; and where
// the reader wants to stop. What was chosen stands in the link: grain=node&bp=3,9. Until then a walk
// takes the smallest steps of which nobody tires.

/** @import { Course, Document, Drawn, History, State, Step } from "../../types.js" */
import { fieldOf, listOf, withField } from "../document/fields.js";
import { loopOf } from "./loop.js";
import { stretches } from "./phases.js";

/** @typedef {"edge" | "node" | "group" | "pass"} Grain */

/** @type {Grain[]} */
export const GRAINS = ["edge", "node", "group", "pass"];
/** Nobody walks further than this by hand. */
const LONGEST_WALK = 200;

/** What was chosen, by hand or by a link; null where nothing was.
 * @param {Document} document @returns {Grain | null} */
function chosenIn(document) {
  const text = fieldOf(document, "grain");
  return GRAINS.find((grain) => grain === text) ?? null;
}

/** What was chosen, else what suits the graph. @param {Pick<State, "answer" | "document">} state */
export function grainOf(state) {
  return walkOf(state).grain;
}

/** @param {Document} document @param {Grain} grain @returns {Document} */
export function inGrain(document, grain) {
  return withField(document, "grain", grain);
}

/** The same in larger or smaller steps. @param {Pick<State, "answer" | "document">} state
 * @param {1 | -1} way @returns {Document} */
export function inOtherGrain(state, way) {
  const now = grainOf(state);
  return inGrain(state.document, GRAINS[GRAINS.indexOf(now) + way] ?? now);
}

/** The finest grain in which a walk is short enough to be taken.
 * @param {History} history @param {Drawn} drawn @returns {Grain} */
export function firstGrain(history, drawn) {
  const suits = (/** @type {Grain} */ grain) =>
    (stopsOf(grain, history, drawn)?.length ?? history.last) <= LONGEST_WALK;
  return GRAINS.find(suits) ?? "pass";
}

/** @param {Document} document @returns {number[]} steps at which playing stops, in order */
export function breaksIn(document) {
  const steps = listOf(document, "bp").filter((each) => /^\d+$/.test(each));
  return [...new Set(steps.map(Number))].sort((a, b) => a - b);
}

/** Puts a breakpoint at a step, or takes it away. @param {Document} document @param {number} step @returns {Document} */
export function withBreak(document, step) {
  const breaks = breaksIn(document);
  const left = breaks.filter((each) => each !== step);
  const now = left.length < breaks.length ? left : [...breaks, step].sort((a, b) => a - b);
  return withField(document, "bp", now.join(","));
}

/** The steps that a grain stops at; null where it stops at every one.
 * @param {Grain} grain @param {History} history @param {Drawn} drawn @returns {number[] | null} */
export function stopsOf(grain, history, drawn) {
  if (grain === "edge") return null;
  const { last, course } = history;
  if (grain === "pass") return [...stretches(history).map(({ to }) => to)];
  const own = course.steps.filter((step) => isWhole(step) && shows(step, grain, drawn));
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

/** In which steps one walks, and where they stop; null where that is at every one.
 * @typedef {{ grain: Grain, stops: number[] | null }} Walk */

/** Other numbers do not change it. @type {WeakMap<Course, { key: unknown[], walk: Walk }>} */
const known = new WeakMap();

/** @param {Pick<State, "answer" | "document">} state @returns {Walk} */
function walkOf({ answer, document }) {
  const chosen = chosenIn(document);
  if (!answer) return { grain: chosen ?? "edge", stops: null };
  const { history, drawn } = answer;
  const key = [chosen, drawn.owner, history.last];
  const found = known.get(history.course);
  if (found?.key.every((each, i) => each === key[i])) return found.walk;
  const grain = chosen ?? firstGrain(history, drawn);
  const walk = { grain, stops: stopsOf(grain, history, drawn) };
  known.set(history.course, { key, walk });
  return walk;
}

/** Where playback stops in this state of the page, and what it repeats.
 * @param {Pick<State, "answer" | "document"> & Partial<Pick<State, "playback">>} state */
export function marksOf(state) {
  const { answer, playback } = state;
  const breaks = breaksIn(state.document);
  const loop = playback?.loop && answer ? loopOf(answer.history, breaks, playback.step) : null;
  return { stops: walkOf(state).stops, breaks, loop };
}
