// A program as a file: saved from here, and opened again where it is dropped or pasted.

/** @import { Document } from "../types.js" */
import { compactText, readCompact } from "../model/document/compact.js";
import { stateOf } from "../model/drawing/picture.js";

const TYPE = "application/json";
const NAME = "chainlight.json";

/** @param {Document} document @param {number} step */
export function saveFile(document, step) {
  const blob = new Blob([compactText(document, { step })], { type: TYPE });
  const link = globalThis.document.createElement("a");
  link.href = URL.createObjectURL(blob);
  link.download = NAME;
  link.click();
  URL.revokeObjectURL(link.href);
}

/** The program in a file or a picture of ours; nothing in any other. @param {ArrayBuffer} bytes
 * @returns {{ document: Document, step: number | null } | null} */
export function readFile(bytes) {
  const state = stateOf(new Uint8Array(bytes));
  return (state === null ? null : readCompact(state))?.link ?? null;
}
