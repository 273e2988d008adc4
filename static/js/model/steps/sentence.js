// The step's sentence in pieces, so that names look like names and numbers carry their colour.

/** @import { Frame, Graph, Step, Words } from "../../types.js" */
import { edgesFrom, edgesInto } from "../drawing/wiring.js";

/** @typedef {"text" | "name" | "derivative" | "value" | "gradient" | "local"} Kind */
/** @typedef {{ text: string, kind: Kind }} Piece */

const NUMBER = /[-−]?(?:\d+(?:\.\d+)?(?:e[-−+]?\d+)?|Infinity|∞|NaN)/;

/** In "a second contribution" the a is no input, even where one has that name. */
const ORDINAL = " (?:second|third) contribution";

/** A whole sentence: the engine's English is a label too, and has no full stop.
 * @param {string} words */
export function ended(words) {
  return words === "" || /[.。…]$/u.test(words) ? words : `${words}.`;
}

/** What a step says; before the first one, how many there are. @param {Frame} frame @param {Words} words */
export function sentenceOf(frame, words) {
  return frame.now === null ? words("sentence.start", { n: frame.last }) : ended(frame.words);
}

/** A sentence in pieces, its numbers written as in the graph.
 * @param {string} words @param {Graph} graph @param {Step | null} now @returns {Piece[]} */
export function piecesOf(words, graph, now) {
  const names = namesAround(graph, now).filter(({ name }) => words.includes(name));
  const pattern = tokenPattern(names);
  /** @type {Piece[]} */
  const pieces = [];
  let end = 0;
  for (const match of words.matchAll(pattern)) {
    add(pieces, words.slice(end, match.index), "text");
    end = match.index + match[0].length;
    const before = words.slice(0, match.index);
    const kind = kindOf(match, before, now);
    add(pieces, kind === "name" || kind === "derivative" ? match[0] : figure(match[0]), kind);
  }
  add(pieces, words.slice(end), "text");
  return pieces;
}

/** The nodes a sentence can speak of: the one that changes, and those beside it.
 * @param {Graph} graph @param {Step | null} now */
function namesAround(graph, now) {
  if (now === null) return [];
  const beside = [...edgesInto(graph, now.node), ...edgesFrom(graph, now.node)];
  const ids = new Set([now.node, graph.output, ...beside.flatMap((e) => [e.source, e.target])]);
  return [...ids].flatMap((id) => graph.nodes[id] ?? []).filter((node) => node.kind !== "constant");
}

/** @param {RegExpMatchArray} match @param {string} before @param {Step | null} now @returns {Kind} */
function kindOf({ groups }, before, now) {
  if (groups?.derivative) return "derivative";
  return groups?.name ? "name" : numberKind(before, now);
}

/** @param {import("../../types.js").GraphNode[]} nodes */
function tokenPattern(nodes) {
  const names = nodes.map((node) => escaped(node.name)).sort((a, b) => b.length - a.length);
  const derivative = "∂[^∂]+?/∂(?:\\([^=]*\\)|[^\\s=,，:：.。]+)";
  const kinds = [`(?<derivative>${derivative})`];
  // A name may begin with a number: 0.5 * m.
  if (names.length > 0) kinds.push(`(?<name>(?:${names.join("|")})(?!${ORDINAL}))`);
  kinds.push(NUMBER.source);
  return new RegExp(`(?<![\\p{L}\\p{N}_.])(?:${kinds.join("|")})(?![\\p{L}\\p{N}_])`, "gu");
}

/** 1.5e-09 with a real minus sign and without its idle zeros. @param {string} number */
function figure(number) {
  return number
    .replace(/(\.\d*?)0*(?=e)/, (_, part) => (part === "." ? "" : part))
    .replace(/e\+?(-?)0?/, "e$1")
    .replaceAll("-", "−");
}

/** @param {string} text */
function escaped(text) {
  return text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}

/** A number right after ∂d/∂b = is a local derivative; others belong to the sweep.
 * @param {string} before @param {Step | null} now @returns {Kind} */
function numberKind(before, now) {
  if (/(?:no\.|第) $/u.test(before)) return "text"; // which contribution it is
  if (now?.phase !== "reverse") return "value";
  if (now.kind === "pull" && /∂[^∂]*\/∂[^∂=]*=\s*$/.test(before)) return "local";
  return "gradient";
}

/** @param {Piece[]} pieces @param {string} text @param {Kind} kind */
function add(pieces, text, kind) {
  if (text !== "") pieces.push({ text, kind });
}
