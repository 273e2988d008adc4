// The run of a program of which only some lines stand: no step was taken, so no number is known
// but those that are written in the text. A name that a faulty line would have bound is no input.

/** @import { Diagnostic, Reading, Trace, Value } from "../../types.js" */

const BINDING = /^\s*([\p{L}_][\p{L}\p{N}_]*)\s*=/u;

/** The names that faulty lines would have bound, each with its line.
 * @param {string} source @param {Pick<Diagnostic, "span">[]} diagnostics @returns {Map<string, number>} */
export function unreadIn(source, diagnostics) {
  const lines = source.split("\n");
  const bound = diagnostics.flatMap(({ span }) => {
    const name = span && BINDING.exec(lines[span.line - 1] ?? "")?.[1];
    return name ? /** @type {[string, number][]} */ ([[name, span.line]]) : [];
  });
  return new Map(bound);
}

/** @param {Reading["graph"]} graph @param {Map<string, number>} [unread]
 * @returns {Trace | null} null where no line stands */
export function traceStanding(graph, unread = new Map()) {
  const last = graph.nodes.length - 1;
  if (last < 0) return null;
  /** @type {Value[]} */
  const values = [];
  for (const { id, kind, name } of graph.nodes) {
    const written = Number(name.split("#")[0]); // that is its name, and for another of them 2#2
    if (kind === "constant" && !Number.isNaN(written)) values[id] = written;
  }
  const nodes = graph.nodes.map((node) => {
    const lost = node.kind === "input" && unread.has(node.name);
    return lost ? { ...node, kind: /** @type {const} */ ("unread") } : node;
  });
  const output = graph.output ?? last;
  return { graph: { ...graph, nodes, output }, values, local: [], steps: [] };
}
