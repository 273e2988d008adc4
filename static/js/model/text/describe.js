// A node and its neighbours, in words: for the inspector, the table and screen readers.

/** @import { Frame, Graph, GraphNode, Language, Words } from "../../types.js" */
import { namesOnly } from "../document/preferences.js";
import { edgesFrom, edgesInto } from "../drawing/wiring.js";
import { rankOf, show, showShape } from "../numbers/numbers.js";
import { listOf } from "./words.js";

const MOST_NAMED = 5;

/** @param {Graph} graph @param {number} id @returns {GraphNode[]} in port order */
export function inputsOf(graph, id) {
  return edgesInto(graph, id).flatMap((edge) => graph.nodes[edge.source] ?? []);
}

/** @param {Graph} graph @param {number} id @returns {GraphNode[]} once per use */
export function usersOf(graph, id) {
  return edgesFrom(graph, id).flatMap((edge) => graph.nodes[edge.target] ?? []);
}

/** What sort of thing a node is: input, constant, or the operation as it is typed, with its sign where
 * that says more to who reads this language.
 * @param {GraphNode} node @param {Words} words */
export function kindOf({ kind, op, glyph }, words) {
  if (kind !== "op") return words(`kind.${kind}`);
  if (!op || !glyph || glyph === op) return op ?? "";
  return words("kind.op", { op, glyph });
}

/** "input, used twice: by c and by d"
 * @param {Graph} graph @param {GraphNode} node @param {Words} words @param {Language} language */
export function roleOf(graph, node, words, language) {
  const users = usersOf(graph, node.id);
  const kind = kindOf(node, words);
  if (node.id === graph.output && users.length === 0) return words("role.output", { kind });
  if (users.length === 0) return words("role.unused", { kind });
  const by = (/** @type {GraphNode} */ { name }) => words("use.by", { name });
  return words("role.used", { kind, n: users.length, names: few(users, by, words, language) });
}

/** A list that ends where nobody reads on.
 * @param {GraphNode[]} nodes @param {(node: GraphNode) => string} called
 * @param {Words} words @param {Language} language */
function few(nodes, called, words, language) {
  if (nodes.length <= MOST_NAMED) return listOf(nodes.map(called), language);
  const rest = words("list.more", { n: nodes.length - MOST_NAMED + 1 });
  return listOf([...nodes.slice(0, MOST_NAMED - 1).map(called), rest], language);
}

/** Everything a card says, as one sentence without pictures.
 * @param {Graph} graph @param {Frame} frame @param {number} id @param {Words} words @param {Language} language */
export function labelOf(graph, frame, id, words, language) {
  const node = graph.nodes[id];
  const view = frame.node(id);
  if (!node || !view) return "";
  const names = (/** @type {GraphNode[]} */ nodes) =>
    few(nodes, ({ name }) => name, words, language);
  const inputs = inputsOf(graph, id);
  const users = usersOf(graph, id);
  const none = words("label.none");
  const parts = [
    node.name,
    kindOf(node, words),
    rankOf(node) > 0 && words("label.shape", { shape: showShape(node.shape) }),
    inputs.length > 0 && words("label.inputs", { names: names(inputs) }),
    !namesOnly() && words("label.value", { value: show(view.value) || none }),
    !namesOnly() &&
      node.kind !== "constant" &&
      words(frame.sweep === "reverse" ? "label.gradient" : "label.tangent", {
        value: show(view.gradient) || none,
      }),
    users.length > 0 && words("label.users", { names: names(users) }),
  ];
  return parts.filter(Boolean).join(words("label.comma"));
}
