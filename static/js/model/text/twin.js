// The rows of the table twin: what each column says of a node, in which order, and as text for elsewhere.

/** @import { Frame, Graph, GraphNode, Words } from "../../types.js" */
import { asNumber, rankOf, show, showShape } from "../numbers/numbers.js";
import { edgesInto } from "../drawing/wiring.js";
import { partial } from "../steps/chain.js";
import { inputsOf, kindOf } from "./describe.js";

export const COLUMNS = /** @type {const} */ ([
  "name",
  "op",
  "inputs",
  "value",
  "local",
  "gradient",
]);
/** By which column rows are ordered, and whether from its end. @typedef {{ by: number, back: boolean }} Order */

const [NAME, , , VALUE, , GRADIENT] = COLUMNS.keys();

/** @param {Graph} graph @param {Frame} frame @param {GraphNode} node @param {Words} words @returns {string[]} */
export function cellsOf(graph, frame, node, words) {
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
  ];
}

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
 * @returns {readonly GraphNode[]} */
export function ordered(graph, frame, words, order) {
  if (order === null) return graph.nodes;
  const { by, back } = order;
  if (by === VALUE || by === GRADIENT)
    return bySize(graph.nodes, (id) => sizeAt(frame, id, by), back);
  const texts = new Map(
    graph.nodes.map((node) => [
      node.id,
      by === NAME ? node.name : (cellsOf(graph, frame, node, words)[by] ?? ""),
    ]),
  );
  const text = (/** @type {GraphNode} */ { id }) => texts.get(id) ?? "";
  const sorted = graph.nodes.toSorted((one, other) => text(one).localeCompare(text(other)));
  return back ? sorted.reverse() : sorted;
}

/** @param {Frame} frame @param {number} id @param {number} by */
function sizeAt(frame, id, by) {
  const view = frame.node(id);
  return asNumber(by === VALUE ? view?.value : view?.gradient);
}

/** @param {readonly GraphNode[]} nodes @param {(id: number) => number} size @param {boolean} back */
function bySize(nodes, size, back) {
  const sizes = new Map(nodes.map(({ id }) => [id, size(id)]));
  const at = (/** @type {GraphNode} */ { id }) => sizes.get(id) ?? Number.NaN;
  const there = nodes.filter((node) => !Number.isNaN(at(node)));
  const sorted = there.toSorted((one, other) => at(other) - at(one));
  return [...(back ? sorted.reverse() : sorted), ...nodes.filter((node) => Number.isNaN(at(node)))];
}

/** For a spreadsheet. @param {string[][]} rows */
export function asTsv(rows) {
  return rows.map((row) => row.map((cell) => cell.replaceAll("−", "-")).join("\t")).join("\n");
}

/** @param {string[][]} rows the first is the head */
export function asMarkdown([head = [], ...rows]) {
  const line = (/** @type {string[]} */ cells) =>
    `| ${cells.map((cell) => cell.replaceAll("|", "\\|")).join(" | ")} |`;
  return [line(head), line(head.map(() => "---")), ...rows.map(line)].join("\n");
}

/** What LaTeX reads in its own way. @type {Record<string, string>} */
const SPELT = {
  "∂": "$\\partial$",
  "−": "$-$",
  "×": "$\\times$",
  "·": "$\\cdot$",
  "⊙": "$\\odot$",
  "∞": "$\\infty$",
  "…": "\\ldots{}",
  "^": "\\^{}",
  "~": "\\~{}",
  "\\": "\\textbackslash{}",
};

/** @param {string[][]} rows the first is the head */
export function asLatex([head = [], ...rows]) {
  const cell = (/** @type {string} */ text) =>
    text.replace(/[#$%&_{}]|[∂−×·⊙∞…^~\\]/gu, (sign) => SPELT[sign] ?? `\\${sign}`);
  const line = (/** @type {string[]} */ cells) => `${cells.map(cell).join(" & ")} \\\\`;
  const begin = `\\begin{tabular}{${"l".repeat(head.length)}}`;
  return [begin, line(head), "\\hline", ...rows.map(line), "\\end{tabular}"].join("\n");
}
