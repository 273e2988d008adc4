// The drawer of the field: its panel, and what it asks of the server.

/** @import { Store } from "../store.js" */
import { seekField } from "../effects/questions/field.js";
import { fieldPanel } from "../view/field/panel.js";
import { isOpen } from "../view/page/tabs.js";

/** @param {HTMLElement} place @param {Store} store @param {Parameters<typeof fieldPanel>[2]} asks */
export function fieldIn(place, store, asks) {
  seekField(store, (state) => isOpen(state, "field"));
  return fieldPanel(place, store, asks);
}
