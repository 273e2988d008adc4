// What is shared with Python: the properties of the widget, read into a document and written back.

/** @import { Document } from "../types.js" */
import { inMode, modeOf } from "../model/document/mode.js";
import { same } from "../model/numbers/values.js";

/** As anywidget gives it.
 * @typedef {{ get: (name: string) => any, set: (name: string, value: unknown) => void,
 *   save_changes: () => void, send: (message: unknown) => void,
 *   on: (event: string, told: (message: any) => void) => void,
 *   off: (event: string, told: (message: any) => void) => void }} Model */

/** What makes another document. */
export const ASKED = ["source", "values", "output", "mode"];

/** The document as the widget has it; how it is drawn stays.
 * @param {Model} model @param {Document} document @returns {Document} */
export function askedIn(model, document) {
  const asked = {
    ...document,
    source: model.get("source"),
    values: model.get("values"),
    output: model.get("output"),
  };
  const mode = model.get("mode") === "forward" ? "forward" : "reverse";
  return mode === modeOf(asked) ? asked : inMode(asked, mode, null);
}

/** Python hears what has changed here.
 * @param {Model} model @param {Document} document @param {number} step */
export function tellPython(model, document, step) {
  const now = { source: document.source, values: document.values, mode: modeOf(document), step };
  const changed = Object.entries(now).filter(([name, value]) => !same(model.get(name), value));
  for (const [name, value] of changed) model.set(name, value);
  if (changed.length > 0) model.save_changes();
}

/** Calls of the model, until they are no longer wanted.
 * @param {Model} model @param {[string, (message: any) => void][]} calls @returns {() => void} */
export function listening(model, calls) {
  for (const [event, told] of calls) model.on(event, told);
  return () => {
    for (const [event, told] of calls) model.off(event, told);
  };
}
