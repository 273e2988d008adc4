// The drawer of paths: its panel, and what it asks of the server.

/** @import { Store } from "../store.js" */
import { seekPaths } from "../effects/paths.js";
import { pathsPanel } from "../view/paths/panel.js";
import { isOpen } from "../view/tabs.js";

/** @param {HTMLElement} place @param {Store} store */
export function pathsIn(place, store) {
  return pathsPanel(
    place,
    store,
    seekPaths(store, (state) => isOpen(state, "paths")),
  );
}
