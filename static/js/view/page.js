// All views of the page, drawn from one state and one frame.

/** @import { Store } from "../store.js" */
/** @import { Diagnostic, Frame, State, Value } from "../types.js" */
import { frameOf } from "../model/frame.js";
import { historyOf } from "../model/history.js";
import { milliseconds } from "../model/playback.js";
import { announcerIn } from "./announcer.js";
import { byId } from "./element.js";
import { editorIn } from "./editor.js";
import { editorNotes } from "./editor-notes.js";
import { graphIn } from "./graph.js";
import { bindGraph } from "./graph-keys.js";
import { inspectorIn } from "./inspector.js";
import { motionIn } from "./motion.js";
import { problemIn } from "./problem.js";
import { sentenceIn } from "./sentence.js";
import { tableIn } from "./table.js";
import { timelineIn } from "./timeline.js";
import { transportIn } from "./transport.js";
import { valuesIn } from "./values.js";
import { viewportOf } from "./viewport.js";

/** What the views ask of the page.
 * @typedef {{ edited: (source: string) => void, repair: (source: string) => void,
 *   goTo: (problem: Diagnostic) => void, change: (name: string, value: Value) => void,
 *   commit: (text: string) => Promise<{ value: Value } | { message: string }>,
 *   act: (type: string, to?: number) => void, inspect: () => void }} Asks */

const LONGEST_MOVE = 380;
/** Before any answer: nothing has happened yet. */
const NOTHING = frameOf(
  historyOf({ graph: { output: 0, nodes: [], edges: [] }, values: [], local: [], steps: [] }),
  0,
);

/** @param {Store} store @param {Asks} asks */
export function pageOf(store, asks) {
  const canvas = byId("canvas");
  const editor = editorIn(byId("editor"), { edited: asks.edited, left: () => canvas.focus() });
  const graph = graphIn(canvas);
  const viewport = viewportOf(graph.picture, graph.world);
  const motion = motionIn(graph.tokens);
  const cards = bindGraph(store, graph, asks);
  const table = tableIn(byId("table"), store);
  const notes = editorNotes(editor);
  const parts = [
    problemIn(byId("problem"), asks),
    valuesIn(byId("values"), asks),
    transportIn(store, asks.act),
    timelineIn(byId("timeline"), asks.act),
    sentenceIn(byId("sentence"), byId("closing")),
    announcerIn(byId("announcer")),
    inspectorIn(byId("inspector"), store),
    table,
  ];
  for (const [id, act] of Object.entries({
    in: viewport.in,
    out: viewport.out,
    fit: viewport.fit,
  })) {
    byId(`zoom-${id}`).addEventListener("click", act);
  }

  /** @param {State} state @param {State | null} before */
  function draw(state, before) {
    const frame = state.answer ? frameOf(state.answer.history, state.playback.step) : NOTHING;
    // The editor and the viewport measure the page: they come first, before anything is changed.
    notes.draw(state, frame);
    look(state, frame);
    graph.draw(state, frame);
    for (const part of parts) part.draw(state, frame);
    byId("stale").hidden = !(state.stale && state.answer);
    move(state, before, frame);
    document.documentElement.dataset.ready = String(state.ready);
  }

  /** @param {State} state @param {Frame} frame */
  function look({ answer }, frame) {
    if (!answer) return;
    const { placed, trace } = answer;
    viewport.look(placed.bounds, placed.nodes[frame.now?.node ?? trace.graph.output] ?? null);
  }

  /** Only one step forward is a movement; a jump, a step back or a new answer is not.
   * @param {State} state @param {State | null} before @param {Frame} frame */
  function move(state, before, frame) {
    const { answer, playback } = state;
    if (before?.answer !== answer) return motion.stop();
    const steps = playback.step - (before?.playback.step ?? 0);
    if (steps === 0 || !answer) return;
    if (steps !== 1) return motion.stop();
    const time = playback.playing ? milliseconds(playback) * 0.92 : LONGEST_MOVE;
    motion.play(answer, frame, Math.min(time, LONGEST_MOVE));
  }

  return { editor, viewport, cards, draw };
}
