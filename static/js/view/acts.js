// What each shortcut does.

/** @import { Store } from "../store.js" */
import { nextPhase } from "../model/phases.js";
import { byId } from "./element.js";
import { toggleDrawer } from "./tabs.js";

/** @typedef {{ store: Store, page: ReturnType<typeof import("./page.js").pageOf>,
 *   act: (type: string, to?: number) => void, theme: ReturnType<typeof import("./theme.js").themeIn>,
 *   sheet: ReturnType<typeof import("./sheet.js").sheetIn>, inspect: () => void,
 *   undo: () => void, redo: () => void, share: () => void, present: () => void, predict: () => void }} Parts */

/** @param {Parts} parts @returns {(name: string) => boolean} whether there was anything to do */
export function actsOf({ store, page, act, theme, sheet, inspect, undo, redo, share, present, predict }) {
  /** @type {Record<string, () => void>} */
  const acts = {
    next: () => act("next"),
    back: () => act("back"),
    first: () => act("first"),
    last: () => act("last"),
    faster: () => act("faster"),
    slower: () => act("slower"),
    toggle: () => act(store.state.playback.playing ? "pause" : "play"),
    nextPhase: () => toPhase(1),
    backPhase: () => toPhase(-1),
    jump: () => byId("jump").focus(),
    editor: () => inTab("editor", () => page.editor.focus()),
    values: () => inTab("values", () => focusIn("values")),
    inspector: inspect,
    undo,
    redo,
    share,
    present,
    predict,
    graph: () => focusIn("canvas"),
    table: () => toggleDrawer(store, "table"),
    paths: () => toggleDrawer(store, "paths"),
    compare: () => toggleDrawer(store, "compare"),
    forward: () => mode("forward"),
    reverse: () => mode("reverse"),
    both: () => mode("both"),
    fit: page.viewport.fit,
    zoomIn: page.viewport.in,
    zoomOut: page.viewport.out,
    theme: () => theme.next(store.state.words),
    sheet: () => sheet.open(store.state.words),
    clear: () => store.update({ selection: null }),
  };
  return (name) => {
    acts[name]?.();
    return name in acts;
  };

  /** @param {1 | -1} way */
  function toPhase(way) {
    const { answer, playback } = store.state;
    if (answer) act("seek", nextPhase(answer.history, playback.step, way));
  }

  /** @param {import("../types.js").Tab} tab @param {() => void} then */
  function inTab(tab, then) {
    store.update({ tab });
    then();
  }
}

/** The switch on the canvas does it. @param {string} name */
function mode(name) {
  byId(`mode-${name}`).click();
}

/** @param {string} id */
function focusIn(id) {
  const found = byId(id).querySelector("input, [tabindex='0']");
  if (found instanceof HTMLElement || found instanceof SVGElement) found.focus();
}
