// When every number of a trace arrives, so that any step can be shown without replaying the others.

/** @import { Arrival, History, Step, Trace } from "../../types.js" */

/** @type {Record<Step["kind"], (history: History, step: any) => void>} */
const record = {
  input: compute,
  compute,
  seed(history, step) {
    const { index, gradient } = step;
    history.turn ??= index;
    history.arrivals[step.node]?.push({
      step: index,
      edge: null,
      contribution: gradient,
      total: gradient,
      complete: true,
    });
  },
  pull(history, step) {
    const { index, edge, contribution, total, complete } = step;
    history.turn ??= index;
    history.pulled[edge] = index;
    history.arrivals[step.node]?.push({ step: index, edge, contribution, total, complete });
  },
  push(history, step) {
    record.pull(history, step);
  },
};

/** @param {History} history @param {Step} step */
function compute(history, step) {
  history.computed[step.node] = step.index;
}

/** @param {Trace} trace @param {"reverse" | "tangent"} [sweep] how derivatives flow @returns {History} */
export function historyOf(trace, sweep = "reverse") {
  const { nodes, edges } = trace.graph;
  /** @type {History} */
  const history = {
    trace,
    sweep,
    derivatives: sweep === "reverse" ? trace.gradients : trace.tangents,
    last: trace.steps.at(-1)?.index ?? 0,
    computed: nodes.map(() => 0), // constants have no step of their own: they are there at once
    arrivals: nodes.map(() => /** @type {Arrival[]} */ ([])),
    pulled: edges.map(() => null),
    turn: null,
  };
  for (const step of trace.steps) record[step.kind]?.(history, step);
  if (sweep === "tangent") begin(history);
  return history;
}

/** In forward mode each input has its tangent, 1 or 0, as soon as it has its value.
 * @param {History} history */
function begin({ trace, derivatives, computed, arrivals }) {
  for (const { id, kind } of trace.graph.nodes) {
    const tangent = derivatives?.[id] ?? null;
    if (kind !== "input" || tangent === null) continue;
    const step = computed[id] ?? 0;
    const own = { step, edge: null, contribution: tangent, total: tangent, complete: true };
    arrivals[id]?.unshift(own);
  }
}
