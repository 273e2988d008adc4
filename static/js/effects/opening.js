// Opening programs: an example, a repair, what a link says, what was there last time.

/** @import { Store } from "../store.js" */
/** @import { Document } from "../types.js" */
import { readLink } from "../model/link.js";
import { workOut } from "./arithmetic.js";

/** @typedef {{ store: Store, fill: (source: string) => void,
 *   show: (document: Document, step: number | null) => void,
 *   push: () => void, another: () => void }} Parts */

/** @param {Parts} parts */
export function openingOf({ store, fill, show, push, another }) {
  /** @param {Document} document @param {number | null} [step] */
  function open(document, step = null) {
    fill(document.source);
    show(document, step);
  }

  return {
    open,

    /** Another program, not an edit of this one: back leads to this one. @param {Document} document */
    openAnother(document) {
      push();
      another();
      store.update({ restored: false, selection: null });
      open(document);
    },

    /** @param {string} fragment */
    async openLink(fragment) {
      const link = readLink(fragment);
      if (!link) return;
      const values = { ...link.document.values };
      for (const [name, text] of Object.entries(link.typed)) {
        const answer = await workOut(store, text);
        if ("value" in answer) values[name] = answer.value;
      }
      another();
      open({ ...link.document, values }, link.step);
    },
  };
}
