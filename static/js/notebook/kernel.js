// Asking the kernel what the page asks the server: each question has a number, and so has its answer.

/** @import { Post } from "../effects/server/server.js" */
/** @import { Model } from "./model.js" */
import { Problem } from "../effects/server/server.js";

/** @typedef {{ resolve: (body: any) => void, reject: (why: unknown) => void }} Waiting */

const GOOD = 200;

/** @param {Model} model @returns {{ post: Post, close: () => void }} */
export function kernelOf(model) {
  /** @type {Map<string, Waiting>} */
  const waiting = new Map();
  // A kernel's answers reach every picture of the same widget; each knows its own by this.
  const own = Math.random().toString(36).slice(2);
  let asked = 0;

  /** @param {{ id: string, status: number, body: any }} answer */
  function heard({ id, status, body }) {
    const found = waiting.get(id);
    waiting.delete(id);
    if (status === GOOD) found?.resolve(body);
    else found?.reject(new Problem(body, status));
  }

  model.on("msg:custom", heard);
  return {
    /** @type {Post} */
    post(path, body, { language, signal }) {
      asked += 1;
      const id = `${own} ${asked}`;
      return new Promise((resolve, reject) => {
        waiting.set(id, { resolve, reject });
        signal?.addEventListener("abort", () => {
          waiting.delete(id);
          reject(signal.reason);
        });
        model.send({ id, path, body, language });
      });
    },
    close: () => model.off("msg:custom", heard),
  };
}
