// Opening programs: an example, a repair, what a link says, what was there last time.

/** @import { Store } from "../store.js" */
/** @import { Document } from "../types.js" */
import { listOf } from "../model/document/fields.js";
import { workOut } from "./arithmetic.js";
import { findLink } from "./linking.js";

/** @typedef {{ store: Store, fill: (source: string) => void,
 *   show: (document: Document, step: number | null) => void,
 *   push: () => void, another: () => void, shown: (panels: string[]) => void, apart: () => void }} Parts */

/** @param {Parts} parts */
export function openingOf({ store, fill, show, push, another, shown, apart }) {
  /** @param {Document} document @param {number | null} [step] */
  function open(document, step = null) {
    fill(document.source);
    apart();
    show(document, step);
    apart();
  }

  return {
    open,

    /** Another program, not an edit of this one: back leads to this one.
     * @param {Document} document @param {number | null} [step] */
    openAnother(document, step = null) {
      push();
      another();
      store.update({ restored: false, note: null, selection: null });
      open(document, step);
    },

    /** @param {string} fragment */
    async openLink(fragment) {
      const { link, note } = await findLink(fragment);
      store.update({ note });
      if (!link) return;
      const values = { ...link.document.values };
      for (const [name, text] of Object.entries(link.typed)) {
        const answer = await workOut(store, text);
        if ("value" in answer) values[name] = answer.value;
      }
      another();
      open({ ...link.document, values }, link.step);
      shown(listOf(link.document, "show"));
    },
  };
}
