// Server-sent events as the answer to a request: each is handed on as soon as it is whole.

import { open, refused } from "./server.js";

/** @typedef {{ name: string, data: any, id: string | null }} Event */

/** @param {string} path @param {object} body @param {import("./server.js").Asking} asking
 * @returns {AsyncGenerator<Event>} */
export async function* events(path, body, asking) {
  const response = await open(path, body, asking, "text/event-stream");
  if (!response.ok) await refused(response);
  if (!response.body) return;
  let rest = "";
  try {
    for await (const text of chunks(response.body)) {
      const blocks = (rest + text).split("\n\n");
      rest = blocks.pop() ?? "";
      for (const block of blocks) yield eventOf(block);
    }
  } catch (error) {
    if (!(error instanceof DOMException && error.name === "AbortError")) throw error;
  }
}

/** @param {ReadableStream<Uint8Array>} body */
async function* chunks(body) {
  const [reader, decoder] = [body.getReader(), new TextDecoder()];
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return;
    yield decoder.decode(value, { stream: true });
  }
}

/** @param {string} block @returns {Event} */
export function eventOf(block) {
  const fields = new Map(
    block.split("\n").map((line) => {
      const at = line.indexOf(": ");
      return /** @type {[string, string]} */ ([line.slice(0, at), line.slice(at + 2)]);
    }),
  );
  return {
    name: fields.get("event") ?? "message",
    data: JSON.parse(fields.get("data") ?? "null"),
    id: fields.get("id") ?? null,
  };
}
