// Nothing is lost: every change is kept in this browser, and brought back when the page opens bare.

/** @import { Store } from "../../store.js" */
/** @import { Document } from "../../types.js" */
import { SEED } from "../../model/document/document.js";
import { fieldOf, withField } from "../../model/document/fields.js";
import { writeLink } from "../../model/document/link.js";
import { afterRestOrLeaving } from "../../rest.js";
import { keepVersion, keptVersions } from "./storage.js";

const REST = 300;

/** @param {Store} store */
export function keepDocuments(store) {
  /** What was kept last of the work that is on screen. @type {Document | null} */
  let last = null;
  const soon = afterRestOrLeaving(REST, save);
  store.watch((state, before) => {
    if (state.document === before.document) return;
    // A lesson brings programs of its own; those of the person stay.
    if (fieldOf(state.document, "lesson") !== fieldOf(before.document, "lesson")) last = null;
    soon();
  });

  function save() {
    keepVersion(store.state.document, last);
    last = store.state.document;
  }

  return {
    /** What was on screen last time, unless it is what everyone sees first; to present it is asked for
     * anew, by a link or a key. @returns {Document | null} */
    earlier() {
      const [newest] = keptVersions();
      const work = newest && withField(newest, "ui", "");
      return work && writeLink(work) !== writeLink(SEED) ? work : null;
    },
    /** What comes now is another program: the one before stays among the five. */
    another() {
      last = null;
    },
  };
}
