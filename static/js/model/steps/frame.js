// What the page shows at one step: every node, every edge, the sentence. Nothing is replayed.

/** @import { EdgeView, Frame, History, NodeView, Step } from "../../types.js" */

/** The frame that was asked for last: many views ask for the same one, and the next step's differs
 * little from it. @type {WeakMap<History, Frame>} */
const latest = new WeakMap();

/** @param {History} history @param {number} step @returns {Frame} */
export function frameOf(history, step) {
  const before = latest.get(history);
  const said = saidAt(history, step);
  if (before?.step === step && before.words === said.words && before.closing === said.closing)
    return before;
  const frame = before?.step === step ? { ...before, ...said } : made(history, step, before);
  latest.set(history, frame);
  return frame;
}

/** What has not changed since the frame before is the very same thing, so that it is not drawn anew.
 * @param {History} history @param {number} step @param {Frame | undefined} before @returns {Frame} */
function made(history, step, before) {
  const { trace, last } = history;
  const now = nowAt(history, step);
  return {
    step,
    last,
    sweep: history.sweep,
    waits: step > trace.steps.length,
    phase: now === null ? "start" : now.phase,
    ...saidAt(history, step),
    now,
    nodes: trace.graph.nodes.map(({ id }) =>
      kept(nodeView(history, step, id, now), before?.nodes[id]),
    ),
    edges: trace.graph.edges.map(({ id }) =>
      kept(edgeView(history, step, id, now), before?.edges[id]),
    ),
    reading: readingOf(history, now),
  };
}

/** Beside a longer side, a side that has ended waits at its last step.
 * @param {History} history @param {number} step */
function nowAt({ trace }, step) {
  return trace.steps[Math.min(step, trace.steps.length) - 1] ?? null;
}

/** The sentences of a long trace come later. @param {History} history @param {number} step */
function saidAt(history, step) {
  const { steps, closing = "" } = history.trace;
  return {
    words: nowAt(history, step)?.words ?? "",
    closing: step >= steps.length ? closing : "",
  };
}

/** The view from before, if it says the same. @template {NodeView | EdgeView} V
 * @param {V} view @param {V | undefined} before @returns {V} */
function kept(view, before) {
  if (!before) return view;
  for (const key in view) if (!alike(view[key], before[key])) return view;
  return before;
}

/** Of one history, lists of arrivals differ only in how far they go. @param {unknown} one @param {unknown} other */
function alike(one, other) {
  if (Array.isArray(one) && Array.isArray(other) && one[0] === other[0])
    return one.length === other.length;
  return one === other;
}

/** @param {History} history @param {number} step @param {number} id @param {Step | null} now @returns {NodeView} */
function nodeView(history, step, id, now) {
  const arrivals = history.arrivals[id] ?? [];
  const arrived = arrivals.filter((arrival) => arrival.step <= step);
  const ended = step >= history.trace.steps.length;
  const final = history.derivatives?.[id] ?? null;
  return {
    id,
    value: (history.computed[id] ?? 0) <= step ? (history.trace.values[id] ?? null) : null,
    // A node the output does not depend on has no step of its own: its 0 appears at the end.
    gradient: arrived.at(-1)?.total ?? (ended ? final : null),
    complete: ended || arrived.length === arrivals.length,
    barren: history.derivatives !== undefined && final === null,
    arrived,
    expected: arrivals.length,
    hot: now?.node === id,
  };
}

/** @param {History} history @param {number} step @param {number} id @param {Step | null} now @returns {EdgeView} */
function edgeView(history, step, id, now) {
  const computed = computedAt(history, id) <= step;
  const carrying = (now?.kind === "pull" || now?.kind === "push") && now.edge === id;
  return {
    id,
    local: computed ? (history.trace.local[id] ?? null) : null,
    flow: pulledBy(history, id, step) ? history.sweep : computed ? "forward" : "none",
    hot: carrying || (now?.kind === "compute" && computedAt(history, id) === step),
    product: carrying ? now : null,
  };
}

/** The step that computes what an edge leads to. @param {History} history @param {number} id */
function computedAt(history, id) {
  const target = history.trace.graph.edges[id]?.target;
  return target === undefined ? 0 : (history.computed[target] ?? 0);
}

/** @param {History} history @param {number} id @param {number} step */
function pulledBy(history, id, step) {
  const pulled = history.pulled[id];
  return typeof pulled === "number" && pulled <= step;
}

/** The node whose text explains this step: a pull is read at the operation it goes back through.
 * @param {History} history @param {Step | null} now */
function readingOf(history, now) {
  if (now?.kind === "pull") return history.trace.graph.edges[now.edge]?.target ?? null;
  return now?.node ?? null;
}
