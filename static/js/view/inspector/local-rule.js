// The local derivative of an edge as its operation's row states it.

/** @import { Operation } from "../../types.js" */
/** @import { Reading } from "./inspector.js" */
import { html } from "../element.js";
import { typeset } from "../math/typeset.js";

/** Rows for whole tensors state what is pulled back, in terms of the gradient from above. */
const PULL = "\\bar{Z}";

/** @type {Reading} */
export function localRule({ state, subject }) {
  const { edge } = subject;
  const target = edge && state.answer?.trace.graph.nodes[edge.target];
  const operation = state.operations.get(target?.op ?? "");
  const partial = edge && operation?.partials[edge.port];
  if (!operation || !partial) return null;
  const latex = partial.includes(PULL) ? partial : equation(operation, edge.port, partial);
  const caption = html("p", { class: "quiet" }, state.words("inspector.rule"));
  return html("div", { class: "block closed" }, caption, typeset(latex, latex));
}

/** @param {Operation} operation @param {number} port @param {string} partial */
function equation({ latex, parameters }, port, partial) {
  const by = parameters[port]?.name ?? "x";
  const name = by.length === 1 ? by : `\\mathrm{${by}}`;
  return `\\frac{\\partial}{\\partial ${name}} \\left(${latex ?? ""}\\right) = ${partial}`;
}
