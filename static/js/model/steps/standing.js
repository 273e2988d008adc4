// The run of a program of which only some lines stand: no step was taken, so no number is known
// but those that are written in the text.

/** @import { Reading, Trace, Value } from "../../types.js" */

/** @param {Reading["graph"]} graph @returns {Trace | null} null where no line stands */
export function traceStanding(graph) {
  const last = graph.nodes.length - 1;
  if (last < 0) return null;
  /** @type {Value[]} */
  const values = [];
  for (const { id, kind, name } of graph.nodes) {
    const written = Number(name.split("#")[0]); // that is its name, and for another of them 2#2
    if (kind === "constant" && !Number.isNaN(written)) values[id] = written;
  }
  return { graph: { ...graph, output: graph.output ?? last }, values, local: [], steps: [] };
}
