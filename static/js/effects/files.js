// A program as a file: saved from here, and opened again where it is dropped or pasted.

/** @import { Document } from "../types.js" */
import { compactText, readCompact } from "../model/compact.js";

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

/** Files dropped anywhere on the page.
 * @param {{ opened: (document: Document, step: number | null) => void, unknown: () => void }} told */
export function bindFiles({ opened, unknown }) {
  addEventListener("dragover", (event) => {
    if (event.dataTransfer?.types.includes("Files")) event.preventDefault();
  });
  addEventListener("drop", async (event) => {
    const file = event.dataTransfer?.files[0];
    if (!file) return;
    event.preventDefault();
    const found = readCompact(await file.text());
    if (found) opened(found.link.document, found.link.step);
    else unknown();
  });
}
