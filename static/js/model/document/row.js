// Of an output with many entries: the one whose row is looked at in the tables of derivatives.

/** @import { Answer, State } from "../../types.js" */
import { sizeOf } from "../numbers/matrix.js";
import { areListed } from "../steps/subject.js";

/** @typedef {Pick<State, "answer" | "tables">} About */

/** The place of that entry; null where none is chosen, or another output is there by now.
 * @param {About} about */
export function chosenRow({ answer, tables }) {
  const row = tables?.row;
  return row && answer && row.of === ofWhat(answer) ? row.at : null;
}

/** As it is kept. @param {Answer} answer @param {number} at */
export function rowAt(answer, at) {
  return { of: ofWhat(answer), at };
}

/** The row after the one that is chosen, or the first; null after the last, and where
 * there is none to look at.
 * @param {About} about */
export function nextRow({ answer, tables }) {
  if (!answer || !areListed(answer)) return null;
  const { graph } = answer.trace;
  const shape = graph.nodes[graph.output]?.shape ?? [];
  const at = (chosenRow({ answer, tables }) ?? -1) + 1;
  return shape.length > 0 && at < sizeOf(shape) ? rowAt(answer, at) : null;
}

/** Values may change: it is the same row of other numbers. @param {Answer} answer */
function ofWhat({ document: { source, output } }) {
  return JSON.stringify([source, output]);
}
