// What stands around the graph: each panel in its place, and those that are wanted later.

/** @import { Store } from "../../store.js" */
/** @import { Frame, State } from "../../types.js" */
/** @import { Asks } from "./page.js" */
import { isSettled } from "../../store.js";
import { withBreak } from "../../model/steps/grain.js";
import { problemIn } from "../editor/problem.js";
import { byId } from "../element.js";
import { modeSwitchIn } from "../graph/mode-switch.js";
import { inspectorIn } from "../inspector/inspector.js";
import { announcerIn } from "../steps/announcer.js";
import { sentenceIn } from "../steps/sentence.js";
import { timelineIn } from "../steps/timeline.js";
import { transportIn } from "../steps/transport.js";
import { unhurried } from "../unhurried.js";
import { valuesIn } from "../values/values.js";
import { dressed } from "./dressed.js";

/** @typedef {{ draw: (state: State, frame: Frame) => void }} Panel */
/** @typedef {(place: HTMLElement, store: Store, asks: Asks) => Panel} PanelIn */
/** The code of each drawer, by its name. @typedef {Record<string, () => Promise<PanelIn>>} Drawers */

/** In the order in which they are drawn.
 * @param {Store} store @param {Asks & Pick<import("../inspector/inspector.js").Asks, "menu">} asks
 * @param {{ editor: import("../editor/editor.js").Editor, preview: Panel,
 *   lines: import("../../effects/waiting/later.js").Later<ReturnType<typeof import("../editor/lines.js").linesIn>> }} text
 * @returns {Panel[]} */
export function panelsIn(store, asks, { editor, preview, lines }) {
  return [
    problemIn(byId("problem"), asks),
    unhurried(preview, ({ lines, document }) => [lines, document.source]),
    lateIn(asks.later, isSettled, {
      fetch: async () =>
        (await dressed(import("../editor/keypad.js"), "style/panels/keypad")).keypadIn,
      make: (keypadIn) =>
        keypadIn(byId("keypad"), editor.insert, (at) => lines.use((made) => made.open(at))),
    }),
    valuesIn(byId("values"), { ...asks, ...seldom(asks) }),
    transportIn(store, asks.act),
    timelineIn(byId("timeline"), asks.act, (step) =>
      store.update({ document: withBreak(store.state.document, step) }),
    ),
    lateIn(asks.later, isSettled, {
      fetch: async () => (await dressed(import("../steps/loop.js"), "style/panels/loop")).loopIn,
      make: (loopIn) => loopIn(byId("loop"), byId("timeline")),
    }),
    sentenceIn(byId("sentence"), byId("closing")),
    announcerIn(byId("announcer")),
    unhurried(inspectorIn(byId("inspector"), store, asks), inspected),
    lateIn(asks.later, warns, {
      fetch: async () =>
        (await dressed(import("../warnings.js"), "style/graph/warnings")).warningsIn,
      make: (warningsIn) => warningsIn(byId("canvas"), store, asks.linkTo),
    }),
    modeSwitchIn(byId("modes"), asks.mode),
    lateIn(asks.later, isSettled, {
      fetch: async () =>
        (await dressed(import("./dividers.js"), "style/panels/dividers")).dividersIn,
      make: (dividersIn) => dividersIn(asks.resize),
    }),
    ...Object.entries(asks.drawers).map(([name, fetch]) =>
      drawerIn(byId(name), fetch, store, asks),
    ),
  ];
}

/** What not every program needs among its values. @param {Asks} asks */
function seldom({ later }) {
  return {
    plot: later(
      async () => (await import("../values/track.js")).trackIn,
      (trackIn) => trackIn,
    ),
    tensors: later(
      async () =>
        (await dressed(import("../values/tensor-row.js"), "style/panels/tensors")).tensorRow,
      (tensorRow) => tensorRow,
    ),
  };
}

/** What the inspector shows at once; other numbers can wait for a frame. @param {State} state */
function inspected({ answer, selection, symbolic, check, whole, tables, ...rest }) {
  const { language, operations } = rest;
  const about = [answer?.drawn.graph, selection, language, operations];
  return [...about, symbolic, check, whole, tables];
}

/** A panel that comes after the first picture that wants it.
 * @template M
 * @param {Asks["later"]} later @param {(state: State) => boolean} wanted
 * @param {{ fetch: () => Promise<M>, make: (fetched: M) => Panel }} code @returns {Panel} */
export function lateIn(later, wanted, { fetch, make }) {
  return late(later(fetch, make), wanted);
}

/** @param {import("../../effects/waiting/later.js").Later<Panel>} panel @param {(state: State) => boolean} wanted
 * @returns {Panel} */
export function late(panel, wanted) {
  return {
    draw(state, frame) {
      if (panel.now() === null && wanted(state)) setTimeout(panel.wake);
      panel.now()?.draw(state, frame);
    },
  };
}

/** @param {State} state */
function warns({ answer }) {
  return Boolean(answer?.trace.warnings?.length);
}

/** A drawer's code is fetched when it is first open.
 * @param {HTMLElement} place @param {() => Promise<PanelIn>} fetch
 * @param {Store} store @param {Asks} asks @returns {Panel} */
function drawerIn(place, fetch, store, asks) {
  const panel = asks.later(fetch, (panelIn) => panelIn(place, store, asks));
  return {
    draw(state, frame) {
      if (place.hidden) return;
      panel.wake();
      panel.now()?.draw(state, frame);
    },
  };
}
