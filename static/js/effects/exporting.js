// Fetching what is taken away, saving it, and short links that are made only when asked for.

/** @import { Store } from "../store.js" */
/** @import { Looks } from "../model/exporting.js" */
import { compactText } from "../model/document/compact.js";
import { exportBody, nameIn } from "../model/exporting.js";
import { Problem, drop, open, post } from "./server.js";

/** @param {Store} store */
export function exportingOf(store) {
  return {
    /** @param {string} format @param {Looks} looks @param {AbortSignal} signal */
    async fetch(format, looks, signal) {
      const { state } = store;
      const asking = { language: state.language, signal };
      const answer = await open(`export/${format}`, exportBody(state, looks), asking, "*/*");
      if (!answer.ok) throw new Problem(await answer.json().catch(() => ({})), answer.status);
      const name = nameIn(answer.headers.get("Content-Disposition"), format);
      return { blob: await answer.blob(), name };
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

/** @param {Blob} blob @param {string} name */
export function saveAs(blob, name) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  URL.revokeObjectURL(link.href);
}
