// All views of the page, drawn from one state and one frame.

/** @import { Store } from "../../store.js" */
/** @import { Frame, GraphNode, Span, State, Trace, Value } from "../../types.js" */
import { isSettled } from "../../store.js";
import { pinsIn, unpinned } from "../../model/document/pins.js";
import { preferences } from "../../model/document/preferences.js";
import { frameOf } from "../../model/steps/frame.js";
import { historyOf } from "../../model/steps/history.js";
import { resultNodes } from "../../model/text/results.js";
import { nodeAt } from "../../model/text/spans.js";
import { editorIn } from "../editor/editor.js";
import { editorNotes } from "../editor/notes.js";
import { previewIn } from "../editor/preview.js";
import { byId, set } from "../element.js";
import { besideIn } from "../graph/beside.js";
import { cardAbout, keptCard, movingTime } from "../graph/between.js";
import { graphIn } from "../graph/graph.js";
import { bindGraph } from "../graph/keys.js";
import { viewportOf } from "../graph/viewport.js";
import { dressed } from "./dressed.js";
import { late, lateIn, panelsIn } from "./panels.js";

/** What the views ask of the page.
 * @typedef {{ edited: (source: string) => void, repair: (source: string) => void,
 *   goTo: (span: Span) => void, change: (name: string, value: Value) => void,
 *   commit: (text: string) => Promise<{ value: Value } | { message: string }>,
 *   act: (type: string, to?: number) => void, inspect: () => void,
 *   redraw: (document: import("../../types.js").Document) => Promise<void>,
 *   mode: (mode: import("../../model/document/mode.js").Mode, moving: string | null) => void,
 *   role: import("../values/values.js").Asks["role"], track: import("../values/values.js").Asks["track"],
 *   filling: import("../values/values.js").Asks["filling"],
 *   undo: () => void, redo: () => void, apart: () => void,
 *   output: (name: string) => void, race: () => void,
 *   resize: (sizes: import("../../model/document/preferences.js").Sizes) => void,
 *   linkTo: (document: import("../../types.js").Document) => string | null | Promise<string | null>,
 *   drawers: import("./panels.js").Drawers, later: import("../../effects/waiting/later.js").Latecomer }} Asks */

/** Before any answer: nothing has happened yet. */
const NOTHING = frameOf(
  historyOf({ graph: { output: 0, nodes: [], edges: [] }, values: [], local: [], steps: [] }),
  0,
);

/** @param {Store} store @param {Asks} asks */
export function pageOf(store, asks) {
  const canvas = byId("canvas");
  const preview = previewIn(byId("preview"));
  const editor = editorIn(byId("editor"), {
    edited: asks.edited,
    left: () => canvas.focus(),
    moved(line) {
      preview.moved(line);
      if (line !== null) notes.begun();
    },
    pickedLine: (line) => pick(({ graph }) => resultNodes(graph).get(line)),
    pickedAt: (place) => pick(({ graph }, source) => nodeAt(graph, source, place)),
    undo: asks.undo,
    redo: asks.redo,
  });
  const graph = graphIn(byId("side"));
  const viewport = viewportOf(graph);
  const tips = asks.later(
    async () => (await import("../graph/exactly.js")).exactlyIn,
    (exactlyIn) => exactlyIn(store),
  );
  graph.picture.addEventListener("pointerover", ({ target }) => {
    if (!store.state.gone) tips.use((tell) => tell(target));
  });
  const pairs = asks.later(
    async () => (await import("../paths/ends.js")).choosePair,
    (choosePair) => choosePair,
  );
  const pair = (/** @type {number} */ node) => pairs.use((choose) => choose(store, node));
  const cards = bindGraph(store, graph, { ...asks, pair, bring: viewport.bring });
  const unpin = byId("unpin");
  unpin.addEventListener("click", () => asks.redraw(unpinned(store.state.document)));
  const notes = editorNotes(editor, asks.later);
  const beside = besideIn(canvas);
  const motions = asks.later(
    async () => (await import("../graph/motion.js")).motionIn,
    (motionIn) => [graph.tokens, beside.tokens].map(motionIn),
  );
  const map = lateIn(asks.later, isSettled, {
    fetch: async () => (await import("../graph/minimap.js")).minimapIn,
    make: (minimapIn) => minimapIn(canvas, viewport),
  });
  const trail = lateIn(asks.later, isOpen, {
    fetch: async () => (await import("../graph/trail.js")).trailIn,
    make: (trailIn) => trailIn(graph.picture, store, asks.redraw),
  });
  const standing = lateIn(asks.later, (state) => state.standing !== null, {
    fetch: async () =>
      (await dressed(import("../graph/standing.js"), "style/graph/standing")).standingIn,
    make: (standingIn) => standingIn(canvas),
  });
  const menu = asks.later(
    async () => (await dressed(import("../graph/menu.js"), "style/sheets/menus")).menuIn,
    (menuIn) => menuIn(canvas, store, graph, { ...asks, cards }),
  );
  /** @type {import("../inspector/inspector.js").Asks["menu"]} */
  const openMenu = (...wish) => menu.use((made) => made.open(...wish));
  const lines = asks.later(
    async () => (await dressed(import("../editor/lines.js"), "style/sheets/menus")).linesIn,
    (linesIn) => linesIn(store, editor, asks),
  );
  const around = panelsIn(store, { ...asks, menu: openMenu }, { editor, preview, lines });
  const panels = [map, trail, standing, late(menu, isSettled), late(lines, isSettled), ...around];
  for (const way of /** @type {const} */ (["in", "out", "fit"])) {
    byId(`zoom-${way}`).addEventListener("click", () => {
      for (const each of [viewport, beside.viewport]) each[way]();
    });
  }

  let closed = { own: NOTHING, frame: NOTHING };

  /** What is written there is chosen, if the text is that of the graph on screen.
   * @param {(trace: Trace, source: string) => GraphNode | null | undefined} find */
  function pick(find) {
    const { answer } = store.state;
    if (answer?.document.source !== editor.source) return;
    const node = find(answer.trace, editor.source);
    if (node) store.update({ selection: { kind: "node", id: node.id } });
  }

  /** @param {State} state @param {State | null} before */
  function draw(state, before) {
    preferences.output = outputOf(state);
    const own = state.answer ? frameOf(state.answer.history, state.playback.step) : NOTHING;
    const other = beside.draw(state);
    const frame = other ? closedBy(own, other.words) : own;
    // The editor and the viewport measure the page: they come first, before anything is changed.
    notes.draw(state, frame);
    look(state, before, frame);
    graph.draw(state, frame);
    set(unpin, { hidden: pinsIn(state.document).size === 0 });
    for (const each of panels) each.draw(state, frame);
    set(byId("stale"), { hidden: !(state.stale && state.answer) });
    move(state, before, [frame, other]);
    set(document.documentElement, { "data-ready": String(state.ready) });
  }

  /** With the other side's words at its end: the same frame as before while neither is new, for
   * panels draw every frame they have not seen. @param {Frame} own @param {string} words */
  function closedBy(own, words) {
    if (closed.own !== own || closed.frame.closing !== words)
      closed = { own, frame: { ...own, closing: words } };
    return closed.frame;
  }

  /** @param {State} state @param {State | null} before @param {Frame} frame */
  function look(state, before, frame) {
    if (!state.answer) return;
    const kept = keptCard(state.answer, before?.answer ?? null);
    viewport.look(state.answer.placed, cardAbout(state.answer, frame), kept);
    if (!wantsWhole(state, before)) return;
    if (state.walk) return viewport.fit();
    viewport.overview();
    beside.viewport.overview();
  }

  /** @param {State} state @param {State | null} before @param {(Frame | null)[]} frames of both sides */
  function move(state, before, frames) {
    const time = movingTime(state, before);
    if (time === null) return;
    if (time > 0) motions.use((sides) => sides.forEach(moved));
    else for (const side of motions.now() ?? []) side.stop();

    /** @param {ReturnType<typeof import("../graph/motion.js").motionIn>} side @param {number} i */
    function moved(side, i) {
      const frame = frames[i];
      if (state.answer && frame && !frame.waits) side.play(state.answer, frame, time ?? 0);
      else side.stop();
    }
  }

  return { editor, viewport, cards, draw };
}

/** What slopes are of, however they are written. @param {State} state */
function outputOf({ answer }) {
  const { graph } = answer?.trace ?? {};
  return graph?.nodes[graph.output]?.name ?? "";
}

/** @param {State} state */
function isOpen({ answer }) {
  return Boolean(answer?.drawn.open.length);
}

/** A path, a fold and two pictures side by side are seen as a whole, however small that is.
 * @param {State} state @param {State | null} before */
function wantsWhole({ answer, walk }, before) {
  const begins = walk !== null && before?.walk === null;
  return begins || (answer?.beside && before?.answer !== answer);
}
