// How an example wants to be seen first: in which mode, and with which paths on show.

/** @import { Store } from "../store.js" */
/** @import { Document, Example } from "../types.js" */
import { openDrawer } from "./page/tabs.js";

/** @param {Document} document @param {Example["view"]} view @returns {Document} */
export function viewed(document, { mode }) {
  return mode === undefined ? document : { ...document, rest: [["mode", mode]] };
}

/** @param {Store} store @param {Example["view"]} view */
export function showRoute(store, { panel, from, to }) {
  if (panel !== "paths" || !from || !to) return;
  store.update({ route: { from, to }, walk: null });
  openDrawer(store, "paths");
}
