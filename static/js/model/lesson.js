// A lesson beside the workspace: its sections, and the step that does not give an answer away.

/** @import { Graph, History } from "../types.js" */
/** @import { Block, Lesson, Question, Shown } from "../lesson/types.js" */
import { documentOf } from "./document/document.js";
import { fieldOf, withField } from "./document/fields.js";
import { same } from "./numbers/values.js";

/** Blocks up to the next state, and the state they stand beside.
 * @typedef {{ shown: Shown, blocks: Block[] }} Section */

/** @param {Lesson} lesson @returns {{ before: Block[], sections: Section[] }} */
export function sectionsOf(lesson) {
  /** @type {Section[]} */
  const sections = [];
  /** @type {Block[]} */
  const before = [];
  for (const block of lesson.blocks) {
    const section = sections.at(-1);
    if (block.sort === "show" && block.state) sections.push({ shown: block.state, blocks: [] });
    else (section?.blocks ?? before).push(block);
  }
  // A heading right before a state belongs to it.
  for (const [at, section] of sections.entries()) {
    const above = sections[at - 1]?.blocks ?? before;
    while (above.at(-1)?.sort === "heading")
      section.blocks.unshift(/** @type {Block} */ (above.pop()));
  }
  return { before, sections };
}

/** @param {History} history @param {string | undefined} wanted `start`, `forward`, `end` or a number */
export function stepOf(history, wanted = "end") {
  if (wanted === "start") return 0;
  if (wanted === "forward") return turnOf(history) - 1;
  if (wanted === "end") return history.last;
  return Math.min(Number(wanted), history.last);
}

/** When the answer to a question begins to show, and when it is all there.
 * @typedef {(history: History, at: number) => [number, number]} Moments */

/** By the question's kind; its place is a node, an edge or a step. @type {Record<string, Moments>} */
const MOMENTS = {
  value: (history, node) => [history.computed[node] ?? 1, history.computed[node] ?? 1],
  local: (history, edge) => [computedAt(history, edge), computedAt(history, edge)],
  gradient: arriving,
  sum: arriving,
  sign: arriving,
  next: (history, step) => [turnOf(history) + 1 + step, turnOf(history) + 1 + step],
  wrong: (history) => [turnOf(history), history.last],
  backward: (history) => [turnOf(history), history.last],
};

/** Every kind of question; the last three show nothing on the graph that would answer them. */
export const KINDS = [...Object.keys(MOMENTS), "paths", "mode", "shape"];

/** @type {Moments} */
function arriving(history, node) {
  const arrivals = history.arrivals(node);
  return [arrivals[0]?.step ?? turnOf(history), arrivals.at(-1)?.step ?? history.last];
}

/** The first step of the way back. @param {History} history */
function turnOf({ turn, last }) {
  return turn ?? last + 1;
}

/** @param {History} history @param {Pick<Question, "kind" | "about">} question @returns {[number, number]} */
function momentsOf(history, { kind, about }) {
  const place = about.node ?? about.edge ?? about.step ?? 0;
  return MOMENTS[kind]?.(history, place) ?? [history.last + 1, history.last];
}

/** The last step that does not show the answer yet.
 * @param {History} history @param {Pick<Question, "kind" | "about">} question */
export function beforeAnswer(history, question) {
  return Math.max(0, momentsOf(history, question)[0] - 1);
}

/** The first step that shows all of it. @param {History} history @param {Pick<Question, "kind" | "about">} question */
export function afterAnswer(history, question) {
  return momentsOf(history, question)[1];
}

/** What a section shows: its own step, or an earlier one while a question is open.
 * @param {History} history @param {Shown} shown @param {Pick<Question, "kind" | "about">[]} open */
export function patientStep(history, shown, open) {
  // A number that is asked for must not be on the graph yet.
  const limits = open.map((question) => beforeAnswer(history, question));
  return Math.max(0, Math.min(stepOf(history, shown.view.step), ...limits));
}

/** @param {History} history @param {number} edge */
function computedAt(history, edge) {
  const target = history.trace.graph.edges[edge]?.target;
  return history.computed[target ?? 0] ?? 0;
}

/** `grad:b` in a link: a question that the page opens with. @param {string} text
 * @returns {{ kind: string, about: null | { edge: string } | { step: number } | { node: string } } | null} */
export function questionIn(text) {
  const [name = "", place = ""] = text.split(/:(.*)/s);
  const kind = name === "grad" ? "gradient" : name;
  if (!kind) return null;
  if (!place) return { kind, about: null };
  if (place.includes("->")) return { kind, about: { edge: place } };
  return { kind, about: kind === "next" ? { step: Number(place) } : { node: place } };
}

/** Whether a link asks something about this program that can be asked.
 * @param {NonNullable<ReturnType<typeof questionIn>>} question @param {Pick<Graph, "nodes" | "edges">} graph */
export function isAskable({ kind, about }, { nodes, edges }) {
  if (!KINDS.includes(kind)) return false;
  if (about === null) return true;
  if ("node" in about) return nodes.some(({ id, name }) => [name, String(id)].includes(about.node));
  if ("step" in about) return Number.isInteger(about.step);
  const named = edges.map(({ source, target }) => `${nodes[source]?.name}->${nodes[target]?.name}`);
  return named.includes(about.edge.replace(/:\d+$/, ""));
}

/** Whether a document is what a section shows.
 * @param {import("../types.js").Document} document @param {Shown} shown */
export function isShown(document, { source, values, view }) {
  const alike = Object.entries(values).every(([name, value]) => same(document.values[name], value));
  return document.source === source && fieldOf(document, "mode") === (view.mode ?? "") && alike;
}

/** The document that a section shows; the lesson stays in the link.
 * @param {Shown} shown @param {string} lesson @returns {import("../types.js").Document} */
export function documentShown({ source, values, view }, lesson) {
  const document = withField(documentOf(source, values), "lesson", lesson);
  return withField(document, "mode", view.mode ?? "");
}
