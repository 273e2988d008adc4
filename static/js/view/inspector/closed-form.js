// The derivative of the output by an input, in closed form.

/** @import { State } from "../../types.js" */
/** @import { Reading } from "./inspector.js" */
import { partial } from "../../model/steps/chain.js";
import { isTable, symbolicKey } from "../../model/steps/subject.js";
import { copyButtons } from "./copying.js";
import { html } from "../element.js";
import { mathText } from "../math.js";
import { typeset } from "../typeset.js";

/** Longer ones, as text, are set smaller. */
const LONG = 60;

/** @type {Reading} */
export function closedForm({ state, subject }) {
  const { answer, symbolic, words } = state;
  if (!answer || subject.edge || subject.node.kind !== "input") return null;
  if (isTable(answer.trace, subject.node)) return null;
  const { graph } = answer.trace;
  const symbol = partial(graph.nodes[graph.output]?.name ?? "", subject.node.name);
  const found = symbolic?.key === symbolicKey(state) ? symbolic : null;
  const formula = found?.answer?.derivatives[subject.node.name];
  if (formula) {
    const math = typeset(formula.latex, formula.text);
    math.classList.toggle("long", formula.text.length > LONG);
    const start = html("span", { class: "symbol" }, ...mathText(`${symbol} = `));
    return block(start, math, copyButtons(formula, words));
  }
  return block(html("p", { class: "quiet" }, insteadOf(found, symbol, words)));
}

/** @param {State["symbolic"]} found @param {string} symbol @param {State["words"]} words */
function insteadOf(found, symbol, words) {
  const waiting = !found || (found.answer === null && found.message === "");
  if (waiting) return words("inspector.working", { symbol });
  return found.message || words("inspector.noClosedForm");
}

/** @param {HTMLElement[]} parts */
function block(...parts) {
  return html("div", { class: "block closed" }, ...parts);
}
