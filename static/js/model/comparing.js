// Which derivatives the compare panel is about: the rows of a Jacobian, all inputs its columns.

/** @import { GraphNode, State } from "../types.js" */
import { rankOf } from "./numbers/numbers.js";

const MOST_CANDIDATES = 14;
const MOST_COLUMNS = 12;

/** The outputs asked for: those chosen that are still there, else the program's own.
 * @param {Pick<State, "answer" | "rows">} state @returns {string[]} */
export function rowsOf({ answer, rows }) {
  if (!answer) return [];
  const { graph } = answer.trace;
  const there = graph.nodes.filter(({ name }) => rows.includes(name)).map(({ name }) => name);
  return there.length > 0 ? there : [graph.nodes[graph.output]?.name ?? ""];
}

/** What may be a row: what is computed; of many, the last, among them the output.
 * @param {GraphNode[]} nodes */
export function candidates(nodes) {
  return nodes.filter(({ kind }) => kind === "op").slice(-MOST_CANDIDATES);
}

/** Chosen or not chosen the other way round; one row always stays.
 * @param {string[]} rows @param {string} name */
export function toggled(rows, name) {
  const without = rows.filter((row) => row !== name);
  if (without.length === rows.length) return [...rows, name];
  return without.length > 0 ? without : rows;
}

/** The derivatives of all rows by all inputs. @param {State} state */
export function comparisonQuestion(state) {
  const { source = "", values = {}, wrt = null } = state.answer?.document ?? {};
  return { source, values, output: rowsOf(state), ...(wrt ? { wrt } : {}) };
}

/** Whether the Jacobian has few enough entries to be read, each a single number. @param {State} state */
export function isListed({ answer }) {
  const inputs = answer?.inputs ?? [];
  return inputs.length <= MOST_COLUMNS && inputs.every((input) => rankOf(input) === 0);
}

/** @param {State} state */
export function compareKey(state) {
  return JSON.stringify([state.answer?.document, rowsOf(state), state.language]);
}

/** Sizes that a slider can be set to: 1, 2, 5, 10 … up to a million. */
export const SIZES = Array.from(
  { length: 19 },
  (_, i) => [1, 2, 5].map((lead) => lead * 10 ** Math.floor(i / 3))[i % 3] ?? 1,
);
