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

/** Files and pictures of ours, dropped anywhere on the page or pasted outside of a text.
 * @param {{ opened: (document: Document, step: number | null) => void, unknown: () => void }} told */
export function bindFiles({ opened, unknown }) {
  addEventListener("dragover", (event) => {
    if (event.dataTransfer?.types.includes("Files")) event.preventDefault();
  });
  addEventListener("drop", async (event) => {
    const file = event.dataTransfer?.files[0];
    if (!file) return;
    event.preventDefault();
    read(await file.arrayBuffer());
  });
  addEventListener("paste", async (event) => {
    const file = event.clipboardData?.files[0];
    const text = event.clipboardData?.getData("text/plain") ?? "";
    const picture = text.trimStart().startsWith("<svg") && !isText(event.target);
    if (!file && !picture) return;
    event.preventDefault();
    read(file ? await file.arrayBuffer() : new TextEncoder().encode(text).buffer);
  });

  /** @param {ArrayBuffer} bytes */
  function read(bytes) {
    const state = stateOf(new Uint8Array(bytes));
    const found = state === null ? null : readCompact(state);
    if (found) opened(found.link.document, found.link.step);
    else unknown();
  }
}

/** Is something being written there? @param {EventTarget | null} target */
function isText(target) {
  return target instanceof Element && target.closest("input, textarea, [contenteditable]") !== null;
}
