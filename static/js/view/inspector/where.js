// Where in the program the node is written: its line, its own part marked. A press selects it there.

/** @import { Reading } from "./inspector.js" */
import { writtenAt } from "../../model/text/spans.js";
import { html } from "../element.js";

/** @type {Reading} */
export function whereBlock({ state, subject, goTo }) {
  const { answer, words } = state;
  const { node, edge } = subject;
  const { span } = (edge && answer?.trace.graph.nodes[edge.target]) || node;
  const written = answer && writtenAt(answer.document.source, span);
  if (!span || !written) return null;
  const { before, own, after } = written;
  const button = html(
    "button",
    { type: "button", class: "where", "data-key": "where", title: words("where.title") },
    html("span", {}, words("problem.line", { n: span.line })),
    html("code", {}, before, html("mark", {}, own), after),
  );
  button.addEventListener("click", () => goTo(span));
  return button;
}
