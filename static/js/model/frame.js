// What the page shows at one step: every node, every edge, the sentence. Nothing is replayed.

/** @import { EdgeView, Frame, History, NodeView, Step } from "../types.js" */

/** @param {History} history @param {number} step @returns {Frame} */
export function frameOf(history, step) {
  const { trace, last } = history;
  // Beside a longer side, a side that has ended waits at its last step.
  const now = trace.steps[Math.min(step, trace.steps.length) - 1] ?? null;
  return {
    step,
    last,
    sweep: history.sweep,
    waits: step > trace.steps.length,
    phase: now === null ? "start" : now.phase,
    words: now?.words ?? "",
    closing: step >= trace.steps.length ? (trace.closing ?? "") : "",
    now,
    nodes: trace.graph.nodes.map((node) => nodeView(history, step, node.id, now)),
    edges: trace.graph.edges.map((edge) => edgeView(history, step, edge.id, now)),
    reading: readingOf(history, now),
  };
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
