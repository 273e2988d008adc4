// What each shortcut does.

/** @import { Store } from "../store.js" */
/** @import { Drawer, State } from "../types.js" */
import { frameOf } from "../model/steps/frame.js";
import { breaksIn, inOtherGrain, withBreak } from "../model/steps/grain.js";
import { nextPhase } from "../model/steps/phases.js";
import { subjectOf } from "../model/steps/subject.js";
import { nextVisit } from "../model/steps/visits.js";
import { byId, set } from "./element.js";
import { isOpen, toggleDrawer } from "./page/tabs.js";

/** `now`: the state that whoever steps is looking at; it may be ahead of what the page shows.
 * @typedef {{ store: Store, page: ReturnType<typeof import("./page/page.js").pageOf>,
 *   act: (type: string, to?: number) => void, now: () => State }} Parts */

/** What a remote control sends: elsewhere these keys are the browser's. */
const IN_A_ROOM = ["pageNext", "pageBack", "blank", "freeze"];

/** @param {Parts} parts @param {Record<string, () => void>} others done elsewhere
 * @returns {(name: string) => boolean} whether there was anything to do */
export function actsOf({ store, page, act, now }, others) {
  /** @type {Record<string, () => void>} */
  const acts = {
    next: () => act("next"),
    back: () => act("back"),
    first: () => act("first"),
    last: () => act("last"),
    faster: () => act("faster"),
    slower: () => act("slower"),
    loop: () => act("loop"),
    toggle: () => act(now().playback.playing ? "pause" : "play"),
    nextPhase: () => toPhase(1),
    backPhase: () => toPhase(-1),
    nextVisit: () => toVisit(1),
    backVisit: () => toVisit(-1),
    break: () => change(withBreak(store.state.document, store.state.playback.step)),
    finer: () => change(inOtherGrain(store.state, -1)),
    coarser: () => change(inOtherGrain(store.state, 1)),
    jump: () => byId("jump").focus(),
    editor: () => inTab("editor", () => page.editor.focus()),
    values: () => inTab("values", () => focusIn("values")),
    graph: () => focusIn("canvas"),
    fold() {
      const { selection } = store.state;
      const folds = selection?.kind === "node" && page.cards.turnAt(selection.id);
      if (!folds) focusIn("canvas");
    },
    formula() {
      others.inspector?.();
      byId("inspector").querySelector(".closed, .formula")?.scrollIntoView();
    },
    table: () => toDrawer("table"),
    paths: () => toDrawer("paths"),
    compare: () => toDrawer("compare"),
    field: () => toDrawer("field"),
    forward: () => mode("forward"),
    reverse: () => mode("reverse"),
    both: () => mode("both"),
    fit: page.viewport.fit,
    zoomIn: page.viewport.in,
    zoomOut: page.viewport.out,
    pageNext: () => act("next"),
    pageBack: () => act("back"),
    blank,
    hint: () => press("[data-deed=hint]"),
    clear() {
      if (isBlank()) blank();
      else store.update({ selection: null, presenting: false });
    },
    ...others,
  };
  return (name) => {
    if (IN_A_ROOM.includes(name) && !isRoom()) return false;
    acts[name]?.();
    return name in acts;
  };

  /** @param {1 | -1} way */
  function toPhase(way) {
    const { answer, playback, document } = now();
    const breaks = breaksIn(document);
    if (answer) act("seek", nextPhase(answer.history, playback.step, way, breaks));
  }

  /** To where something happens again to the node that is chosen, or that this step is about.
   * @param {1 | -1} way */
  function toVisit(way) {
    const { answer, playback } = now();
    if (!answer) return;
    const subject = subjectOf(now(), frameOf(answer.history, playback.step));
    if (!subject) return;
    // It stays chosen, so that its next visit is looked for again.
    store.update({ selection: { kind: "node", id: subject.node.id } });
    act("seek", nextVisit(answer.history, subject.node.id, playback.step, way));
  }

  /** How it is stepped through, not what is computed. @param {import("../types.js").Document} document */
  function change(document) {
    store.update({ document });
  }

  /** Whoever opens a drawer by key is led into it, and back to the graph. @param {Drawer} drawer */
  function toDrawer(drawer) {
    toggleDrawer(store, drawer);
    byId(isOpen(store.state, drawer) ? drawer : "canvas").focus();
  }

  /** @param {import("../types.js").Tab} tab @param {() => void} then */
  function inTab(tab, then) {
    store.update({ tab });
    then();
  }
}

/** Is the page large, for a room? */
function isRoom() {
  return document.documentElement.dataset.ui === "present";
}

function isBlank() {
  return isRoom() && "blank" in document.documentElement.dataset;
}

/** Nothing to look at for a while; the keys go on. */
function blank() {
  set(document.documentElement, { "data-blank": isBlank() ? null : "" });
  byId("canvas").focus();
}

/** The switch on the canvas does it. @param {string} name */
function mode(name) {
  byId(`mode-${name}`).click();
}

/** @param {string} selector a button of the question that is asked, if there is one */
function press(selector) {
  const found = byId("predict").querySelector(selector);
  if (found instanceof HTMLElement) found.click();
}

/** @param {string} id */
function focusIn(id) {
  const found = byId(id).querySelector("input, [tabindex='0']");
  if (found instanceof HTMLElement || found instanceof SVGElement) found.focus();
}
