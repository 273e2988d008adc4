// Nothing is lost: every change is kept in this browser, and brought back when the page opens bare.

/** @import { Store } from "../store.js" */
/** @import { Document } from "../types.js" */
import { SEED } from "../model/document/document.js";
import { writeLink } from "../model/document/link.js";
import { afterRest } from "./rest.js";
import { keepVersion, keptVersions } from "./storage.js";

const REST = 300;

/** @param {Store} store */
export function keepDocuments(store) {
  let again = false;
  const soon = afterRest(REST, save);
  store.watch((state, before) => {
    if (state.document !== before.document) soon();
  });

  function save() {
    keepVersion(store.state.document, again);
    again = true;
  }

  return {
    /** What was on screen last time, unless it is what everyone sees first. @returns {Document | null} */
    earlier() {
      const [newest] = keptVersions();
      return newest && writeLink(newest) !== writeLink(SEED) ? newest : null;
    },
    /** What comes now is another program: the one before stays among the five. */
    another() {
      again = false;
    },
  };
}
