// The derivative in closed form, set by KaTeX, which is fetched when the first formula is shown.

/** @import { State } from "../types.js" */
/** @import { Reading } from "./inspector.js" */
import { partial } from "../model/chain.js";
import { symbolicKey } from "../model/subject.js";
import { html } from "./element.js";
import { mathText } from "./math.js";

/** @type {Reading} */
export function closedForm({ state, subject }) {
  const { answer, symbolic, words } = state;
  if (!answer || subject.edge || subject.node.kind !== "input") return null;
  const { graph } = answer.trace;
  const symbol = partial(graph.nodes[graph.output]?.name ?? "", subject.node.name);
  const found = symbolic?.key === symbolicKey(state) ? symbolic : null;
  const formula = found?.answer?.derivatives[subject.node.name];
  if (formula)
    return block(html("span", { class: "symbol" }, ...mathText(`${symbol} = `)), typeset(formula));
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

/** The plain text stands there until the typeset one is ready.
 * @param {import("../types.js").Formula} formula */
function typeset({ text, latex }) {
  const place = html(
    "span",
    { class: "math", tabindex: 0, role: "math", "aria-label": text },
    text,
  );
  import("../../vendor/katex.js").then(({ default: katex }) => {
    katex.render(latex, place, { throwOnError: false, output: "html" });
  });
  return place;
}
