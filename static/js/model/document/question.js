// What is asked of the server about a document.

/** @import { Document, Reading } from "../../types.js" */
import { valuesFor } from "./document.js";
import { modeOf, movingOf, sweepsOf } from "./mode.js";
import { rankOf } from "../numbers/numbers.js";
import { wantedOf } from "./roles.js";

/** Of a longer text no line is shown as mathematics: that would take longer than all the rest. */
const LONG_TEXT = 20_000;

/** Reading it: only tensors matter, for their shapes. Whichever line is the output, it reads alike.
 * @param {Document} document */
export function readingOf(document) {
  const { source } = document;
  const values = tensorsOf(document);
  return {
    source,
    values,
    tolerant: true,
    formulas: source.length < LONG_TEXT,
  };
}

/** Of more nodes than this the steps come as columns, and their sentences when they are wanted; of
 * fewer already where only numbers have changed, for a hand on a slider does not wait. */
const LONG = 80;
const LONG_TO_DRAG = 30;

/** Tracing it, once it has been read.
 * @param {Document} document @param {Pick<Reading, "graph" | "inputs">} reading
 * @param {boolean} [known] whether only numbers have changed: the structure need not be sent once more */
export function tracingOf(document, reading, known = false) {
  const output = reading.graph.nodes[reading.graph.output ?? -1];
  // Gradients are of one number; a tensor output is still worth seeing forwards.
  const tensor = output !== undefined && rankOf(output) > 0;
  const moving = movingOf(document, reading.inputs);
  const wrt = wantedOf(document, reading.inputs);
  const modes = sweepsOf(modeOf(document), { tensor, moving });
  const most = known ? LONG_TO_DRAG : LONG;
  const long = reading.graph.nodes.length > most && !modes.includes("tangent");
  return {
    source: document.source,
    values: valuesFor(document.values, reading.inputs),
    modes,
    fold: true,
    ...(long ? { form: "columns", ...(known ? { structure: false } : {}) } : {}),
    ...(modes.includes("tangent") ? { tangent_of: moving } : {}),
    ...outputOf(document),
    ...(wrt === null ? {} : { wrt }),
  };
}

/** What, besides numbers, decides in which steps a program that has been read is walked through.
 * @param {Document} document @param {Pick<Reading, "graph" | "inputs">} reading */
export function walkAsked(document, reading) {
  const { modes, tangent_of, wrt } = tracingOf(document, reading);
  return JSON.stringify([modes, tangent_of, wrt]);
}

/** What shapes depend on: a number is a number whatever its size. @param {Document} document */
function tensorsOf({ values }) {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => Array.isArray(value)));
}

/** @param {Document} document */
function outputOf({ output }) {
  return output === null ? {} : { output };
}
