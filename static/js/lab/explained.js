// A step as a document of the workspace: the program where it stood before, with the examples it saw.

/** @import { Document, Value } from "../types.js" */
/** @import { Course } from "./course.js" */
import { documentOf } from "../model/document/document.js";

/** @param {{ source: string, values: Record<string, Value>, data: Record<string, Value[]> }} made
 * @param {Course} course @returns {Document} */
export function documentBefore({ source, values, data }, { updates, batch }) {
  const before = Object.entries(updates).map(([name, update]) => [name, update.before]);
  const rows = Object.entries(data).map(([name, table]) => [name, picked(table, batch)]);
  return documentOf(source, { ...values, ...Object.fromEntries([...before, ...rows]) });
}

/** @param {Value[]} table @param {number[] | null} batch @returns {Value[]} */
function picked(table, batch) {
  return batch === null ? table : batch.map((row) => table[row] ?? 0);
}
