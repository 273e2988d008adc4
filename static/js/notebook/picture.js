// The picture of the widget, drawn by the page's own views from one state and one frame.

/** @import { Store } from "../store.js" */
/** @import { Frame, State } from "../types.js" */
/** @import { Shell } from "./shell.js" */
import { frameOf } from "../model/steps/frame.js";
import { withBreak } from "../model/steps/grain.js";
import { cardAbout, keptCard, movingTime } from "../view/graph/between.js";
import { graphIn } from "../view/graph/graph.js";
import { bindGraph } from "../view/graph/keys.js";
import { motionIn } from "../view/graph/motion.js";
import { trailIn } from "../view/graph/trail.js";
import { viewportOf } from "../view/graph/viewport.js";
import { announcerIn } from "../view/steps/announcer.js";
import { sentenceIn } from "../view/steps/sentence.js";
import { timelineIn } from "../view/steps/timeline.js";
import { transportIn } from "../view/steps/transport.js";
import { tensorRow } from "../view/values/tensor-row.js";
import { valuesIn } from "../view/values/values.js";
import { warningsIn } from "../view/warnings.js";
import { faultIn } from "./fault.js";

/** What the views ask of the widget; as on the page, but for what only a page has.
 * @typedef {{ act: (type: string, to?: number) => void,
 *   redraw: import("../view/page/page.js").Asks["redraw"], change: import("../view/page/page.js").Asks["change"],
 *   commit: import("../view/page/page.js").Asks["commit"], role: import("../view/page/page.js").Asks["role"],
 *   repair: (source: string) => void }} Asks */

/** Tensors are there at once; there is no chart to plot along an input, and nobody to fill a tensor. */
const TENSORS = { now: () => tensorRow, use: async () => {}, wake() {} };

/** @param {Store} store @param {Shell} shell @param {Asks} asks */
export function pictureIn(store, { find }, asks) {
  const canvas = find("canvas");
  const graph = graphIn(find("side"));
  const viewport = viewportOf(graph);
  const motion = motionIn(graph.tokens);
  const nothing = () => {};
  bindGraph(store, graph, { ...asks, inspect: nothing, pair: nothing, bring: viewport.bring });
  for (const way of /** @type {const} */ (["in", "out", "fit"]))
    find(`zoom-${way}`).addEventListener("click", () => viewport[way]());
  const rows = { ...asks, plot: null, filling: null, tensors: TENSORS, track: async () => null };
  const fault = faultIn(find("fault"), asks.repair);
  const parts = [
    valuesIn(find("values"), rows),
    transportIn(store, asks.act, find),
    timelineIn(find("timeline"), asks.act, (step) =>
      store.update({ document: withBreak(store.state.document, step) }),
    ),
    sentenceIn(find("sentence"), find("closing")),
    announcerIn(find("announcer")),
    trailIn(graph.picture, store, asks.redraw),
    warningsIn(canvas, store),
  ];

  /** @param {State} state @param {State} before */
  function draw(state, before) {
    fault.draw(state);
    if (!state.answer) return;
    const frame = frameOf(state.answer.history, state.playback.step);
    look(state, before, frame);
    graph.draw(state, frame);
    for (const part of parts) part.draw(state, frame);
    move(state, before, frame);
  }

  /** @param {State} state @param {State} before @param {Frame} frame */
  function look({ answer }, before, frame) {
    if (!answer) return;
    viewport.look(answer.placed, cardAbout(answer, frame), keptCard(answer, before.answer));
  }

  /** @param {State} state @param {State} before @param {Frame} frame */
  function move(state, before, frame) {
    const time = movingTime(state, before);
    if (time === null) return;
    if (time > 0 && state.answer) motion.play(state.answer, frame, time);
    else motion.stop();
  }

  return { draw, viewport };
}
