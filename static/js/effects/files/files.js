// A program as a file: saved from here, and opened again where it is dropped or pasted.

/** @import { Document, State } from "../../types.js" */
import { compactText, readCompact } from "../../model/document/compact.js";
import { stateOf } from "../../model/drawing/picture.js";
import { saveText } from "./saving.js";

const NAME = "chainlight.json";

/** @param {Document} document @param {number} step */
export function saveFile(document, step) {
  saveText(NAME, compactText(document, { step }));
}

/** What is on screen. @param {Pick<State, "document" | "playback">} state */
export function saveHere({ document, playback }) {
  saveFile(document, playback.step);
}

/** The program in a file or a picture of ours; nothing in any other. @param {ArrayBuffer} bytes
 * @returns {{ document: Document, step: number | null } | null} */
export function readFile(bytes) {
  const state = stateOf(new Uint8Array(bytes));
  return (state === null ? null : readCompact(state))?.link ?? null;
}
