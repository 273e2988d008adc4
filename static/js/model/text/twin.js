// The rows of the table twin: what each column says of a node, in which order, and as text for elsewhere.

/** @import { Frame, Graph, GraphNode, Proof, State, Words } from "../../types.js" */
import { namesOnly } from "../document/preferences.js";
import { asNumber, rankOf, show, showShape } from "../numbers/numbers.js";
import { edgesInto } from "../drawing/wiring.js";
import { partial } from "../steps/chain.js";
import { checkKey, symbolicKey } from "../steps/subject.js";
import { inputsOf, kindOf } from "./describe.js";

export const COLUMNS = /** @type {const} */ ([
  "name",
  "op",
  "inputs",
  "value",
  "local",
  "gradient",
  "formula",
  "forward",
  "difference",
  "error",
]);
/** By which column rows are ordered, and whether from its end. @typedef {{ by: number, back: boolean }} Order */

const [NAME] = COLUMNS.keys();

/** What is known of the inputs besides: closed forms, and the same slope found in other ways; only what
 * has been asked for so far. @typedef {{ formula: Record<string, string>, proof: Record<string, Proof> }} Known */

/** @type {Known} */
const NOTHING = { formula: {}, proof: {} };

/** @param {State} state @returns {Known} */
export function knownOf(state) {
  const { symbolic, check } = state;
  const forms = symbolic?.key === symbolicKey(state) ? symbolic.answer?.derivatives : null;
  const proof = check?.key === checkKey(state) ? check.answer?.inputs : null;
  const formula = Object.entries(forms ?? {}).map(([name, form]) => [name, form?.text ?? ""]);
  return { formula: Object.fromEntries(formula), proof: proof ?? {} };
}

/** The numbers of a row, by their columns.
 * @type {Record<string, (frame: Frame, node: GraphNode, known: Known) => import("../../types.js").Value | null>} */
const NUMBERS = {
  value: (frame, { id }) => frame.node(id)?.value ?? null,
  gradient: (frame, { id }) => frame.node(id)?.gradient ?? null,
  forward: (_, node, known) => proofOf(node, known)?.forward ?? null,
  difference: (_, node, known) => proofOf(node, known)?.difference ?? null,
  error: (_, node, known) => proofOf(node, known)?.relative_error ?? null,
};

/** @param {GraphNode} node @param {Known} known */
function proofOf({ kind, name }, { proof }) {
  return kind === "input" ? proof[name] : undefined;
}

/** The number of a row in a column, with all its digits.
 * @param {(typeof COLUMNS)[number]} column @param {Frame} frame @param {GraphNode} node @param {Known} known */
export function numberIn(column, frame, node, known) {
  return NUMBERS[column]?.(frame, node, known) ?? null;
}

/** @param {number} by whether a column holds numbers */
export function isNumeric(by) {
  return (COLUMNS[by] ?? "") in NUMBERS;
}

/** The nodes that a text finds: each of its words stands in the name, the operation or what they are
 * made of. @param {Graph} graph @param {readonly GraphNode[]} nodes @param {Words} words @param {string} text */
export function matching(graph, nodes, words, text) {
  const wanted = text.toLowerCase().split(/\s+/).filter(Boolean);
  if (wanted.length === 0) return nodes;
  return nodes.filter((node) => {
    const from = inputsOf(graph, node.id).map(({ name }) => name);
    const said = [node.name, kindOf(node, words), ...from].join(" ").toLowerCase();
    return wanted.every((word) => said.includes(word));
  });
}

/** How large each gradient is beside the largest, from 0 to 1; among names only nothing tells.
 * @param {Graph} graph @param {Frame} frame @returns {(node: GraphNode) => number} */
export function sharesOf(graph, frame) {
  if (namesOnly()) return () => 0;
  const size = (/** @type {GraphNode} */ node) =>
    Math.abs(asNumber(numberIn("gradient", frame, node, NOTHING)));
  const largest = graph.nodes
    .map(size)
    .filter(Number.isFinite)
    .reduce((a, b) => Math.max(a, b), 0);
  return (node) => (largest > 0 && Number.isFinite(size(node)) ? size(node) / largest : 0);
}

/** @param {Graph} graph @param {Frame} frame @param {GraphNode} node @param {Words} words
 * @param {Known} [known] @returns {string[]} */
export function cellsOf(graph, frame, node, words, known = NOTHING) {
  const view = frame.node(node.id);
  if (!view) return [];
  const shape = rankOf(node) > 0 ? ` ${showShape(node.shape)}` : "";
  return [
    node.name,
    `${kindOf(node, words)}${shape}`,
    inputsOf(graph, node.id)
      .map((each) => each.name)
      .join(", "),
    show(view.value) || "·",
    localsOf(graph, frame, node).join(", "),
    view.barren ? "–" : show(view.gradient) || "·",
    node.kind === "input" ? (known.formula[node.name] ?? "") : "",
    ...MORE.map((column) => show(numberIn(column, frame, node, known))),
  ];
}

const MORE = /** @type {const} */ (["forward", "difference", "error"]);

/** @param {Graph} graph @param {Frame} frame @param {GraphNode} node */
function localsOf(graph, frame, node) {
  return edgesInto(graph, node.id).flatMap((edge) => {
    const local = show(frame.edge(edge.id)?.local);
    const source = graph.nodes[edge.source]?.name ?? "";
    return local === "" ? [] : [`${partial(node.name, source)} = ${local}`];
  });
}

/** Numbers from the largest to the smallest, texts by the alphabet; what has no number comes last.
 * @param {Graph} graph @param {Frame} frame @param {Words} words @param {Order | null} order null: as computed
 * @param {readonly GraphNode[]} [nodes] @param {Known} [known] @returns {readonly GraphNode[]} */
export function ordered(graph, frame, words, order, nodes = graph.nodes, known = NOTHING) {
  if (order === null) return nodes;
  const { by, back } = order;
  const column = COLUMNS[by] ?? "name";
  if (isNumeric(by))
    return bySize(nodes, (node) => asNumber(numberIn(column, frame, node, known)), back);
  const texts = new Map(
    nodes.map((node) => [
      node,
      by === NAME ? node.name : (cellsOf(graph, frame, node, words, known)[by] ?? ""),
    ]),
  );
  const text = (/** @type {GraphNode} */ node) => texts.get(node) ?? "";
  const there = nodes.filter((node) => text(node) !== "");
  const sorted = there.toSorted((one, other) => IN_ORDER.compare(text(one), text(other)));
  return [...(back ? sorted.reverse() : sorted), ...nodes.filter((node) => text(node) === "")];
}

/** Made once: thousands of rows are compared with it. */
const IN_ORDER = new Intl.Collator();

/** @param {readonly GraphNode[]} nodes @param {(node: GraphNode) => number} size @param {boolean} back */
function bySize(nodes, size, back) {
  const sizes = new Map(nodes.map((node) => [node, size(node)]));
  const at = (/** @type {GraphNode} */ node) => sizes.get(node) ?? Number.NaN;
  const there = nodes.filter((node) => !Number.isNaN(at(node)));
  const sorted = there.toSorted((one, other) => at(other) - at(one));
  return [...(back ? sorted.reverse() : sorted), ...nodes.filter((node) => Number.isNaN(at(node)))];
}
