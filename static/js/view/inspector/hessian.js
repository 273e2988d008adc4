// Second derivatives: how the slopes themselves change, as a small table of all pairs of inputs.

/** @import { HessianAnswer, State } from "../../types.js" */
/** @import { Reading } from "./inspector.js" */
import { asksFor, tableOf } from "./asked-table.js";
import { html } from "../element.js";

/** With more inputs than this the table is no longer small. */
const MOST = 12;

/** @type {Reading} */
export function hessianBlock({ state, subject, store }) {
  const { answer, words, tables, language } = state;
  if (!answer || subject.edge || !isAsked(state, subject.node.id)) return null;
  const key = JSON.stringify([answer.document, language]);
  const found = tables?.hessian?.key === key ? tables.hessian : null;
  if (!found) return block(asksFor(store, "hessian", key, words("hessian.show")));
  if (found.message) return block(html("p", { class: "quiet" }, found.message));
  /** @type {HessianAnswer | null} */
  const told = found.answer;
  const second = told?.hessian;
  if (!told || !second) return block(html("p", { class: "quiet" }, words("hessian.working")));
  const names = Object.keys(second);
  const rows = names.map((one) => names.map((other) => second[one]?.[other] ?? 0));
  const label = words("hessian.label", { name: told.output.name });
  return block(
    html("p", { class: "quiet" }, label),
    tableOf(rows, label, { across: names, down: names }),
  );
}

/** Of one number, by a few numbers: at an input, or at the output itself.
 * @param {State} state @param {number} id */
function isAsked({ answer }, id) {
  const graph = answer?.trace.graph;
  const node = graph?.nodes[id];
  if (!answer || !graph || !node || graph.nodes[graph.output]?.shape?.length !== 0) return false;
  const single = answer.inputs.every(({ shape }) => shape?.length === 0);
  const few = answer.inputs.length > 0 && answer.inputs.length <= MOST;
  return single && few && (node.kind === "input" || id === graph.output);
}

/** @param {HTMLElement[]} children */
function block(...children) {
  return html("div", { class: "block closed hessian" }, ...children);
}
