// Numbers for a tensor: those of a way to fill it, and those of a file. The server makes and reads them.

/** @import { Store } from "../../store.js" */
/** @import { Language, Value } from "../../types.js" */
import { base64Of } from "../files/bytes.js";
import { reasonOf } from "../server/reason.js";
import { get, post } from "../server/server.js";

/** @typedef {{ name: string, words: Record<Language, string>, seeded: boolean, axes: number | null }} Way */
/** @typedef {{ value: Value } | { message: string }} Found */
/** @typedef {{ ways: () => Promise<{ fills: Way[] } | { message: string }>,
 *   fill: (way: string, shape: number[], seed: number) => Promise<Found>,
 *   read: (file: File, axes: number | null) => Promise<Found> }} Filler */

/** @param {Store} store @returns {Filler} */
export function fillingOf(store) {
  /** Asked for until they are there. @type {{ fills: Way[] } | null} */
  let known = null;

  /** @template T @param {Promise<T>} answer @returns {Promise<T | { message: string }>} */
  async function orWhyNot(answer) {
    try {
      return await answer;
    } catch (error) {
      return { message: reasonOf(error, store.state.words, "notice.gone") };
    }
  }

  /** @param {string} path @param {object} body @returns {Promise<Found>} */
  function ask(path, body) {
    return orWhyNot(post(path, body, { language: store.state.language }));
  }

  return {
    async ways() {
      if (known) return known;
      const found = await orWhyNot(get("tensor", { language: store.state.language }));
      if ("fills" in found) known = found;
      return found;
    },
    fill: (way, shape, seed) => ask("tensor/fill", { fill: way, shape, seed }),
    read: async (file, axes) =>
      ask("tensor/read", { file: { name: file.name, content: await base64Of(file) }, axes }),
  };
}
