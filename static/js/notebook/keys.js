// The keys of the widget: those of the page that step and look; they act while the widget has the focus.

/** @import { Store } from "../store.js" */
import { inOtherGrain } from "../model/steps/grain.js";
import { nextPhase } from "../model/steps/phases.js";
import { bindKeyboard } from "../view/keyboard.js";

const STEPPING = ["next", "back", "first", "last", "faster", "slower"];

/** @param {Store} store @param {import("./shell.js").Shell} shell
 * @param {{ act: (type: string, to?: number) => void,
 *   viewport: import("../view/graph/viewport.js").Viewport }} parts */
export function bindKeys(store, { root, find }, { act, viewport }) {
  /** @type {Record<string, () => void>} */
  const acts = {
    ...Object.fromEntries(STEPPING.map((name) => [name, () => act(name)])),
    toggle: () => act(store.state.playback.playing ? "pause" : "play"),
    nextPhase: () => toPhase(1),
    backPhase: () => toPhase(-1),
    coarser: () => store.update({ document: inOtherGrain(store.state, 1) }),
    finer: () => store.update({ document: inOtherGrain(store.state, -1) }),
    jump: () => find("jump").focus(),
    fit: viewport.fit,
    zoomIn: viewport.in,
    zoomOut: viewport.out,
    clear: () => store.update({ selection: null }),
  };
  bindKeyboard(
    (name) => {
      acts[name]?.();
      return name in acts;
    },
    () => true,
    root,
  );
  // What is typed here is not meant for the notebook around.
  root.addEventListener("keydown", (event) => event.stopPropagation());

  /** @param {1 | -1} way */
  function toPhase(way) {
    const { answer, playback } = store.state;
    if (answer) act("seek", nextPhase(answer.history, playback.step, way, []));
  }
}
