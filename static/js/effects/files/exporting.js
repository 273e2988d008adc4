// Fetching what is taken away, and short links that are made only when asked for.

/** @import { Store } from "../../store.js" */
/** @import { Looks } from "../../model/exporting.js" */
/** @typedef {{ blob: Blob, name: string }} Saved */
import { compactText } from "../../model/document/compact.js";
import { bytesOf, exportBody, nameIn } from "../../model/exporting.js";
import { events } from "../server/events.js";
import { Gone, Problem, drop, open, post, refused } from "../server/server.js";

/** @param {Store} store */
export function exportingOf(store) {
  return {
    /** @param {string} format @param {Looks} looks @param {AbortSignal} signal @returns {Promise<Saved>} */
    async fetch(format, looks, signal) {
      const { state } = store;
      const asking = { language: state.language, signal };
      const answer = await open(`export/${format}`, exportBody(state, looks), asking, "*/*");
      if (!answer.ok) await refused(answer);
      const name = nameIn(answer.headers.get("Content-Disposition"), format);
      return { blob: await answer.blob(), name };
    },

    /** A moving picture, which tells how far it is; nothing where it was stopped.
     * @param {string} format @param {Looks} looks @param {AbortSignal} signal
     * @param {(stands: { done: number, of: number }) => void} told @returns {Promise<Saved | null>} */
    async watch(format, looks, signal, told) {
      const { state } = store;
      const asking = { language: state.language, signal };
      const body = exportBody(state, looks);
      for await (const event of events(`export/${format}`, body, asking)) {
        const saved = heard(event, told);
        if (saved) return saved;
      }
      if (signal.aborted) return null;
      throw new Gone("the answer broke off");
    },

    /** @returns {Promise<{ id: string, url: string, delete_secret: string, expires: string }>} */
    link() {
      const { document, playback, language } = store.state;
      const kept = JSON.parse(compactText(document, { step: playback.step, lang: language }));
      return post("links", { document: kept }, { language });
    },

    /** @param {string} id @param {string} secret */
    unlink: (id, secret) => drop(`links/${id}`, secret, { language: store.state.language }),
  };
}

/** One thing that is told on the way: the file, when it is the last.
 * @param {import("../server/events.js").Event} event
 * @param {(stands: { done: number, of: number }) => void} told @returns {Saved | null} */
function heard({ name, data }, told) {
  if (name === "problem") throw new Problem(data, data.status);
  if (name === "progress") told(data);
  if (name !== "done") return null;
  return { blob: new Blob([bytesOf(data.data)], { type: data.media_type }), name: data.name };
}
