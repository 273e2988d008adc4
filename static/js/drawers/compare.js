// The drawer that compares both modes: its panel, and what it asks of the server.

/** @import { Store } from "../store.js" */
import { seekCompare } from "../effects/questions/compare.js";
import { comparePanel } from "../view/compare/panel.js";
import { isOpen } from "../view/page/tabs.js";

/** @param {HTMLElement} place @param {Store} store @param {Parameters<typeof comparePanel>[2]} asks */
export function compareIn(place, store, asks) {
  seekCompare(store, (state) => isOpen(state, "compare"));
  return comparePanel(place, store, asks);
}
