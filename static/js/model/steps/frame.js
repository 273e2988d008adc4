// What the page shows at one step: every node, every edge, the sentence. Nothing is replayed.

/** @import { EdgeView, Frame, History, NodeView, Step } from "../../types.js" */
/** @import { Seen } from "./kept.js" */
import { kept, seenOf } from "./kept.js";

/** The frame that was asked for last: many views ask for the same one. @type {WeakMap<History, Frame>} */
const latest = new WeakMap();
/** @type {WeakMap<History, Seen>} */
const shown = new WeakMap();

/** @param {History} history @param {number} step @returns {Frame} */
export function frameOf(history, step) {
  const before = latest.get(history);
  const said = saidAt(history, step);
  if (before?.step === step && before.words === said.words && before.closing === said.closing)
    return before;
  const frame = before?.step === step ? { ...before, ...said } : made(history, step);
  latest.set(history, frame);
  return frame;
}

/** Of a large graph few nodes and edges are on show: each is looked at when it is asked for.
 * @param {History} history @param {number} step @returns {Frame} */
function made(history, step) {
  const { trace, last } = history;
  const { nodes, edges } = trace.graph;
  const now = nowAt(history, step);
  const seen = seenOf(shown, history);
  const node = once((id) => kept(seen.nodes, nodeView(history, step, id, now)));
  const edge = once((id) => kept(seen.edges, edgeView(history, step, id, now)));
  return {
    step,
    last,
    sweep: history.sweep,
    waits: step > trace.steps.length,
    phase: now === null ? "start" : now.phase,
    ...saidAt(history, step),
    now,
    node: (id) => (nodes[id] ? node(id) : undefined),
    edge: (id) => (edges[id] ? edge(id) : undefined),
    value: (id) => valueAt(history, step, id),
    flow: (id) => flowAt(history, step, id),
    reading: readingOf(history, now),
  };
}

/** Many views ask for the same one. @template V @param {(id: number) => V} make */
function once(make) {
  /** @type {Map<number, V>} */
  const made = new Map();
  return (/** @type {number} */ id) => {
    const view = made.get(id) ?? make(id);
    made.set(id, view);
    return view;
  };
}

/** Beside a longer side, a side that has ended waits at its last step.
 * @param {History} history @param {number} step */
function nowAt({ trace }, step) {
  return (step > 0 && trace.steps.at(Math.min(step, trace.steps.length) - 1)) || null;
}

/** The sentences of a long trace come later. @param {History} history @param {number} step */
function saidAt(history, step) {
  const { steps, closing = "" } = history.trace;
  return {
    words: nowAt(history, step)?.words ?? "",
    closing: step >= steps.length ? closing : "",
  };
}

/** @param {History} history @param {number} step @param {number} id @param {Step | null} now @returns {NodeView} */
function nodeView(history, step, id, now) {
  const arrivals = history.arrivals(id);
  const arrived = arrivals.filter((arrival) => arrival.step <= step);
  const ended = step >= history.trace.steps.length;
  const final = history.derivatives?.[id] ?? null;
  return {
    id,
    value: valueAt(history, step, id),
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
    flow: flowAt(history, step, id),
    hot: carrying || (now?.kind === "compute" && computedAt(history, id) === step),
    product: carrying ? now : null,
  };
}

/** @param {History} history @param {number} step @param {number} id of a node */
function valueAt({ computed, trace }, step, id) {
  return (computed[id] ?? 0) <= step ? (trace.values[id] ?? null) : null;
}

/** @param {History} history @param {number} step @param {number} id of an edge */
function flowAt(history, step, id) {
  if (pulledBy(history, id, step)) return history.sweep;
  return computedAt(history, id) <= step ? "forward" : "none";
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
