// The graph by keyboard and pointer: arrows follow the edges, Enter shows a node in the inspector.

/** @import { Store } from "../store.js" */
/** @import { GraphView } from "./graph.js" */
import { neighbour } from "../model/walk.js";

/** @param {Store} store @param {GraphView} graph
 * @param {{ inspect: () => void, pair: (node: number) => void }} page */
export function bindGraph(store, graph, { inspect, pair }) {
  const { picture, cards } = graph;

  cards.addEventListener("focusin", (event) => {
    for (const card of cards.children) card.setAttribute("tabindex", "-1");
    cardOf(event)?.setAttribute("tabindex", "0");
  });
  picture.addEventListener("click", (event) => {
    const node = nodeOf(cardOf(event));
    const edge = edgeOf(event);
    if (node !== null && event.shiftKey) pair(node);
    else if (node !== null) store.update({ selection: { kind: "node", id: node } });
    else if (edge !== null) store.update({ selection: { kind: "edge", id: edge } });
    else store.update({ selection: null });
  });
  picture.addEventListener("keydown", (event) => {
    const node = nodeOf(cardOf(event));
    if (node === null || event.altKey || event.ctrlKey || event.metaKey) return;
    if (event.shiftKey ? actShifted(event.key, node) : act(event.key, node)) {
      event.preventDefault();
      event.stopPropagation();
    }
  });

  /** Shift and Enter: the derivative between the chosen node and this one.
   * @param {string} key @param {number} node */
  function actShifted(key, node) {
    if (key === "Enter") pair(node);
    return key === "Enter";
  }

  /** @param {string} key @param {number} node */
  function act(key, node) {
    if (key === "Enter" || key === " ") choose(node, key === "Enter");
    else if (key.startsWith("Arrow")) walk(key, node);
    else return false;
    return true;
  }

  /** @param {number} node @param {boolean} look */
  function choose(node, look) {
    store.update({ selection: { kind: "node", id: node } });
    if (look) inspect();
  }

  /** @param {string} key @param {number} node */
  function walk(key, node) {
    const { answer } = store.state;
    const next = answer && neighbour(answer.trace.graph, answer.placed, node, key);
    if (next !== null) focus(next);
  }

  /** @param {number} id */
  function focus(id) {
    const name = store.state.answer?.trace.graph.nodes[id]?.name;
    const card = [...cards.children].find((each) => each.getAttribute("data-node") === name);
    if (card instanceof SVGElement) card.focus();
  }

  /** @param {Event} event */
  function cardOf(event) {
    return event.target instanceof Element ? event.target.closest(".card") : null;
  }

  /** @param {Element | null} card */
  function nodeOf(card) {
    const name = card?.getAttribute("data-node");
    const node = store.state.answer?.trace.graph.nodes.find((each) => each.name === name);
    return node?.id ?? null;
  }

  /** @param {Event} event */
  function edgeOf(event) {
    const element = event.target instanceof Element ? event.target.closest(".edge, .pill") : null;
    const id = element?.getAttribute("data-id");
    return id ? Number(id) : null;
  }

  return { focus };
}
