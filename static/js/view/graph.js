// The graph: cards, edges and pills drawn from one frame. Knows nothing of time or of the server.

/** @import { Frame, State } from "../types.js" */
/** @import { Card } from "./card.js" */
/** @import { Line } from "./edge.js" */
import { labelOf } from "../model/describe.js";
import { makeCard, updateCard } from "./card.js";
import { makeLine, makePill, updateLine, updatePill } from "./edge.js";
import { join, set, svg } from "./element.js";

/** @typedef {ReturnType<typeof graphIn>} GraphView */

const ARROWS = ["forward", "reverse", "still"];

/** @param {HTMLElement} place */
export function graphIn(place) {
  const lines = svg("g", { class: "edges", "aria-hidden": "true" });
  const cards = svg("g", { class: "cards" });
  const pills = svg("g", { class: "pills", "aria-hidden": "true" });
  const tokens = svg("g", { class: "tokens", "aria-hidden": "true" });
  const world = svg("g", { class: "world" }, lines, pills, cards, tokens);
  const picture = svg(
    "svg",
    { class: "graph", role: "application" },
    svg("defs", {}, ...ARROWS.map(arrow)),
    world,
  );
  place.prepend(picture);

  return {
    picture,
    world,
    cards,
    tokens,

    /** @param {State} state @param {Frame} frame */
    draw(state, frame) {
      const { answer, words } = state;
      if (!answer) return;
      set(picture, { "aria-label": words("graph.label") });
      place.classList.toggle("stale", state.stale);
      const drawnLines = linesOf(state, frame);
      join(lines, drawnLines, { key: (line) => lineKey(line), make: makeLine, update: updateLine });
      join(pills, drawnLines, { key: (line) => lineKey(line), make: makePill, update: updatePill });
      join(cards, cardsOf(state, frame), {
        key: ({ node, box }) => `${node.kind} ${node.name} ${box.width}`,
        make: makeCard,
        update: (element, card) => updateCard(element, card, words),
      });
    },
  };
}

/** @param {Line} line */
function lineKey({ name, edge }) {
  return `${name}:${edge.port}`;
}

/** @param {State} state @param {Frame} frame @returns {Line[]} */
function linesOf({ answer, pointed, selection }, frame) {
  if (!answer) return [];
  const { graph } = answer.trace;
  const { routes, pills, direction } = answer.placed;
  return graph.edges.flatMap((edge) => {
    const [view, route, pill] = [frame.edges[edge.id], routes[edge.id], pills[edge.id]];
    if (!view || !route || !pill) return [];
    const name = `${graph.nodes[edge.source]?.name}->${graph.nodes[edge.target]?.name}`;
    const lit = pointed === edge.id || (selection?.kind === "edge" && selection.id === edge.id);
    return { edge, view, route, pill, direction, name, lit };
  });
}

/** @param {State} state @param {Frame} frame @returns {Card[]} */
function cardsOf({ answer, selection, words, language }, frame) {
  if (!answer) return [];
  const { graph } = answer.trace;
  const chosen = selection?.kind === "node" ? selection.id : null;
  const reachable = chosen ?? frame.now?.node ?? graph.output;
  return graph.nodes.flatMap((node) => {
    const [view, box] = [frame.nodes[node.id], answer.placed.nodes[node.id]];
    if (!view || !box) return [];
    return {
      node,
      view,
      box,
      label: () => labelOf(graph, frame, node.id, words, language),
      phase: frame.phase,
      direction: answer.placed.direction,
      output: node.id === graph.output,
      selected: node.id === chosen,
      reachable: node.id === reachable,
    };
  });
}

/** @param {string} kind */
function arrow(kind) {
  return svg(
    "marker",
    {
      id: `arrow-${kind}`,
      class: `arrow ${kind}`,
      viewBox: "0 0 10 10",
      refX: 9,
      refY: 5,
      markerWidth: 11,
      markerHeight: 11,
      markerUnits: "userSpaceOnUse",
      orient: "auto-start-reverse",
    },
    svg("path", { d: "M0 0.5 10 5 0 9.5z" }),
  );
}
