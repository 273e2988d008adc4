// Files and pictures, dropped anywhere on the page or pasted outside of a text.

/** Listens from the first moment on: a browser would leave the page for a file that nobody takes.
 * @param {(bytes: ArrayBuffer) => void} take */
export function bindDrops(take) {
  addEventListener("dragover", (event) => {
    if (event.dataTransfer?.types.includes("Files")) event.preventDefault();
  });
  addEventListener("drop", async (event) => {
    const file = event.dataTransfer?.files[0];
    if (!file) return;
    event.preventDefault();
    take(await file.arrayBuffer());
  });
  addEventListener("paste", async (event) => {
    const file = event.clipboardData?.files[0];
    const text = event.clipboardData?.getData("text/plain") ?? "";
    const picture = text.trimStart().startsWith("<svg") && !isText(event.target);
    if (!file && !picture) return;
    event.preventDefault();
    take(file ? await file.arrayBuffer() : new TextEncoder().encode(text).buffer);
  });
}

/** Is something being written there? @param {EventTarget | null} target */
function isText(target) {
  return target instanceof Element && target.closest("input, textarea, [contenteditable]") !== null;
}
