// The rules that make this gradient, in plain words straight from the table of operations.

/** @import { GraphNode, State } from "../../types.js" */
/** @import { Reading } from "./inspector.js" */
import { usersOf } from "../../model/text/describe.js";
import { movingOf } from "../../model/document/mode.js";
import { html } from "../element.js";

/** @type {Reading} */
export function ruleWords({ state, frame, subject }) {
  const { answer, document, words } = state;
  if (!answer) return null;
  const { graph } = answer.trace;
  if (frame.sweep === "tangent") {
    const name = movingOf(document, answer.inputs) ?? "";
    return html(
      "div",
      { class: "block rule" },
      html("p", {}, words("inspector.tangent", { name })),
    );
  }
  const { node, edge } = subject;
  const target = edge && graph.nodes[edge.target];
  const users = target ? [target] : usersOf(graph, node.id);
  const own = node.kind === "op" && !edge ? rules([node], state) : [];
  const sentences = [...new Set([...own, ...rules(users, state)])];
  if (node.kind === "constant") sentences.push(words("inspector.constant"));
  if (users.length > 1)
    sentences.push(words("inspector.added", { n: users.length, name: node.name }));
  if (sentences.length === 0) return null;
  return html("div", { class: "block rule" }, ...sentences.map((text) => html("p", {}, text)));
}

/** @param {GraphNode[]} nodes @param {State} state @returns {string[]} */
function rules(nodes, { operations, language }) {
  return nodes.flatMap((node) => operations.get(node.op ?? "")?.words[language] ?? []);
}
