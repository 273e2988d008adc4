// The drawer of paths: its panel, and what it asks of the server.

/** @import { Store } from "../store.js" */
import { seekPaths } from "../effects/questions/paths.js";
import { isOpen } from "../view/page/tabs.js";
import { pathsPanel } from "../view/paths/panel.js";

/** @param {HTMLElement} place @param {Store} store */
export function pathsIn(place, store) {
  return pathsPanel(
    place,
    store,
    seekPaths(store, (state) => isOpen(state, "paths")),
  );
}
