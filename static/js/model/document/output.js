// Whose derivatives are taken: the last result of the program, unless that of another line is wanted.

/** @import { Document, State } from "../../types.js" */
import { resultNodes } from "../text/results.js";

/** The result of the line after the one that is the output; after the last, that of the first.
 * @param {Pick<State, "answer" | "document">} state @returns {Document} */
export function withNextOutput({ answer, document }) {
  if (!answer) return document;
  const { graph } = answer.trace;
  const lines = [...resultNodes(graph)].sort(([one], [other]) => one - other);
  const results = lines.map(([, node]) => node).filter(({ kind }) => kind === "op");
  const at = results.findIndex(({ id }) => id === graph.output);
  const next = results[(at + 1) % results.length];
  const own = next === undefined || next === results.at(-1); // as the program itself has it
  return { ...document, output: own ? null : next.name };
}
