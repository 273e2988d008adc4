// Which node each line makes, and what it is to the graph.

/** @import { Document, Graph, GraphNode } from "../../types.js" */
import { fieldOf } from "../document/fields.js";
import { noteAt } from "./noted.js";
import { piecesOf } from "./pieces.js";
import { resultNodes } from "./results.js";

/** @typedef {"input" | "constant" | "op" | "output"} Role */
/** @typedef {{ node: GraphNode, role: Role }} Made */

/** @param {Graph} graph @param {string} source @returns {Map<number, Made>} by the line where it ends */
export function lineNodes(graph, source) {
  const lines = source.split("\n");
  const found = new Map(resultNodes(graph));
  for (const node of graph.nodes) {
    const line = node.span?.line ?? 0;
    if (node.kind === "constant" && !found.has(line) && binds(lines[line - 1] ?? "", node))
      found.set(line, node);
  }
  return new Map([...found].map(([line, node]) => [line, { node, role: roleIn(graph, node) }]));
}

/** Whether the line gives this constant its name: numbers within others have none of their own.
 * @param {string} line @param {GraphNode} node */
function binds(line, { name }) {
  const [bound = ""] = line.split("=");
  return line.includes("=") && bound.trim() === name.replace(/@\d+$/, "");
}

/** @param {Graph} graph @param {GraphNode} node @returns {Role} */
function roleIn({ output }, { id, kind }) {
  if (id === output) return "output";
  return kind === "input" || kind === "constant" ? kind : "op";
}

/** What the text says of a node: the note of the line that makes it, in each round of a repetition.
 * @param {Graph} graph @param {Document} document @param {GraphNode} node @returns {string} */
export function noteOf(graph, document, node) {
  const line = node.span?.end_line ?? node.span?.line ?? 0;
  const own = lineNodes(graph, document.source).get(line)?.node;
  if (!own || !isWrittenAs(node, own)) return "";
  const latex = fieldOf(document, "notation") === "latex";
  return noteAt(piecesOf(document.source, latex), line, latex)?.text ?? "";
}

/** Whether two nodes are one piece of the text: in two rounds of a repetition, say.
 * @param {GraphNode} one @param {GraphNode} other */
export function isWrittenAs({ span: one }, { span: other }) {
  const ends = (/** @type {GraphNode["span"]} */ span) => [span?.line, span?.start, span?.end];
  return one !== null && String(ends(one)) === String(ends(other));
}
