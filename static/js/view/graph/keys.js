// The graph by keyboard and pointer: arrows follow the edges, Enter shows a node in the inspector.

/** @import { Store } from "../../store.js" */
/** @import { GraphView } from "./graph.js" */
import { turned } from "../../model/document/folds.js";
import { foldable } from "../../model/document/groups.js";
import { neighbour } from "../../model/drawing/walk.js";
import { bindCardDrag } from "./drag.js";

/** @param {Store} store @param {GraphView} graph
 * @param {{ inspect: () => void, pair: (node: number) => void,
 *   bring: (box: import("../../types.js").Box) => void,
 *   redraw: (document: import("../../types.js").Document) => Promise<void> }} page */
export function bindGraph(store, graph, { inspect, pair, bring, redraw }) {
  const { picture, cards } = graph;
  const { nudge } = bindCardDrag(store, graph, { nodeOf, redraw });

  cards.addEventListener("focusin", (event) => {
    for (const card of cards.children) card.setAttribute("tabindex", "-1");
    cardOf(event)?.setAttribute("tabindex", "0");
  });
  picture.addEventListener("click", (event) => {
    const node = nodeOf(cardOf(event));
    const edge = edgeOf(event);
    const group = handleOf(event);
    if (group !== null) turn(group);
    else if (node !== null && event.shiftKey) pair(node);
    else if (node !== null) store.update({ selection: { kind: "node", id: node } });
    else if (edge !== null) store.update({ selection: { kind: "edge", id: edge } });
    else store.update({ selection: null });
  });
  picture.addEventListener("keydown", (event) => {
    const node = nodeOf(cardOf(event));
    if (node === null || event.ctrlKey || event.metaKey) return;
    const way = event.altKey ? nudge : event.shiftKey ? actShifted : act;
    if (way(event.key, node)) {
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
    else if (key.toLowerCase() === "c") return turnAt(node);
    else return false;
    return true;
  }

  /** @param {number} group */
  async function turn(group) {
    const { answer, document } = store.state;
    if (answer) await redraw(turned(document, answer.trace.graph, group));
  }

  /** Unfolds the group that a card stands for, or folds the one that it is in.
   * @param {number} node @returns {boolean} whether there is one */
  function turnAt(node) {
    const group = groupAt(store.state.answer, node);
    if (group === null) return false;
    // The card may be another one by then, or a group that now holds it.
    turn(group).then(() => focus(store.state.answer?.drawn.owner.get(node) ?? node));
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
    const next = answer && neighbour(answer.drawn.graph, answer.placed, node, key);
    if (next !== null) focus(next);
  }

  /** @param {number} id */
  function focus(id) {
    const name = store.state.answer?.trace.graph.nodes[id]?.name;
    const card = [...cards.children].find((each) => each.getAttribute("data-node") === name);
    const box = store.state.answer?.placed.nodes[id];
    if (box) bring(box);
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

  /** The group whose handle was pressed: that of a frame, or the mark on a card.
   * @param {Event} event */
  function handleOf(event) {
    if (!(event.target instanceof Element)) return null;
    const handle = event.target.closest(".handle, .card.group .glyph");
    const id = handle?.closest("[data-group]")?.getAttribute("data-group");
    return id ? Number(id) : null;
  }

  /** @param {Event} event */
  function edgeOf(event) {
    const element = event.target instanceof Element ? event.target.closest(".edge, .pill") : null;
    const id = element?.getAttribute("data-id");
    return id ? Number(id) : null;
  }

  return { focus, turnAt };
}

/** The group that a card stands for; else the innermost open one it belongs to.
 * @param {import("../../types.js").Answer | null} answer @param {number} node */
export function groupAt(answer, node) {
  if (!answer) return null;
  const own = answer.drawn.folded.get(node);
  if (own) return own.id;
  const open = new Set(answer.drawn.open.map(({ id }) => id));
  const around = foldable(answer.trace.graph).filter(
    ({ id, nodes }) => open.has(id) && nodes.includes(node),
  );
  return around.at(-1)?.id ?? null;
}
