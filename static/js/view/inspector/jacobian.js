// Behind a rule for tensors: every entry by every entry, and how a gradient gets by without that.

/** @import { JacobianAnswer, State } from "../../types.js" */
/** @import { Reading } from "./inspector.js" */
import { edgesInto } from "../../model/drawing/wiring.js";
import { rowsOf, sizeOf } from "../../model/numbers/matrix.js";
import { showShape } from "../../model/numbers/numbers.js";
import { partial } from "../../model/steps/chain.js";
import { html } from "../element.js";
import { mathText } from "../math/math.js";
import { typeset } from "../math/typeset.js";
import { asksFor, tableOf } from "./asked-table.js";

/** @type {Reading} */
export function jacobianBlock({ state, subject, store }) {
  const { answer, words, tables, language } = state;
  if (!answer) return null;
  const { nodes } = answer.trace.graph;
  const node = subject.edge ? nodes[subject.edge.target] : subject.node;
  if (node?.kind !== "op" || !hasTensors(state, node.id)) return null;
  const key = JSON.stringify([answer.document, node.id, language]);
  const found = tables?.jacobian?.key === key ? tables.jacobian : null;
  if (!found) return block(asksFor(store, "jacobian", key, words("jacobian.show"), node.id));
  if (found.message) return block(html("p", { class: "quiet" }, found.message));
  /** @type {JacobianAnswer["jacobians"]} */
  const all = found.answer?.jacobians ?? [];
  const wanted = all.filter(({ edge }) => !subject.edge || edge === subject.edge.id);
  return block(...wanted.flatMap((table) => parts(table, node.name, state)));
}

/** @param {State} state @param {number} id */
function hasTensors({ answer }, id) {
  if (!answer) return false;
  const { graph } = answer.trace;
  const around = [id, ...edgesInto(graph, id).map(({ source }) => source)];
  return around.some((each) => (graph.nodes[each]?.shape ?? []).length > 0);
}

/** @param {JacobianAnswer["jacobians"][number]} table @param {string} name @param {State} state */
function parts(table, name, { answer, words }) {
  const source = answer?.trace.graph.nodes[table.source];
  const label = partial(name, source?.name ?? "");
  const kind = words(`jacobian.${table.kind}`, { shape: showShape(table.shape) });
  const caption = html("p", { class: "quiet" }, ...mathText(label), html("span", {}, ` ${kind}`));
  const data = table.data;
  const rows = data === undefined ? [] : rowsOf(data, sizeOf(source?.shape ?? []));
  return [
    caption,
    ...(rows.length > 0 ? [tableOf(rows, label)] : []),
    html("p", { class: "quiet" }, words("jacobian.says")),
    typeset(table.contribution, table.contribution),
  ];
}

/** @param {HTMLElement[]} children */
function block(...children) {
  return html("div", { class: "block closed whole" }, ...children);
}
