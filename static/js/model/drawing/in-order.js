// What the layout engine is asked the second time: the same drawing, in the order that was found.

/** @import { Direction, Edge, Graph, Point } from "../../types.js" */
/** @import { Ladder } from "./ladder.js" */
/** @import { Elk } from "./placing.js" */
import { pointAt } from "./flow.js";
import { ranksOf } from "./ladder.js";
import { layoutInput } from "./layout-input.js";
import { edgesInto } from "./wiring.js";

/** From one place of a column to the next: only the order counts. */
const APART = 1000;
/** From one column to the next: more than any card is wide. */
const FURTHER = 2000;

const KEPT = {
  "elk.layered.layering.strategy": "INTERACTIVE",
  "elk.layered.crossingMinimization.strategy": "INTERACTIVE",
  "elk.layered.considerModelOrder.strategy": "NONE",
};

/** @param {Graph} graph @param {Ladder} ladder in its new order @param {Direction} direction
 * @returns {import("elkjs").ElkNode} */
export function inOrder(graph, ladder, direction) {
  const input = layoutInput(turned(graph, ladder), direction);
  const place = placer(ladder, direction);
  const half = (/** @type {number | undefined} */ size) => (size ?? 0) / 2;
  return {
    ...input,
    layoutOptions: { ...input.layoutOptions, ...KEPT },
    children: (input.children ?? []).map((child, id) => {
      const { x, y } = place(id);
      return { ...child, x: x - half(child.width), y: y - half(child.height) };
    }),
    edges: (input.edges ?? []).map((edge, i) => {
      const { source, target } = graph.edges[i] ?? { source: 0, target: 0 };
      const ends = { startPoint: place(source), endPoint: place(target) };
      const bendPoints = (ladder.chains[i] ?? []).map(place);
      return { ...edge, sections: [{ id: `s${i}`, ...ends, bendPoints }] };
    }),
  };
}

/** By column along the flow, across it by the place in the column.
 * @param {Ladder} ladder @param {Direction} direction @returns {(place: number) => Point} */
function placer(ladder, direction) {
  const rank = ranksOf(ladder);
  return (place) => {
    const along = ((ladder.column[place] ?? 0) + 1) * FURTHER;
    const across = ((rank[place] ?? 0) + 1) * APART;
    return pointAt(along, across, direction);
  };
}

/** Operands that may change places come in the order in which their edges arrive.
 * @param {Graph} graph @param {Ladder} ladder @returns {Graph} */
export function turned(graph, ladder) {
  const rank = ranksOf(ladder);
  const edges = graph.edges.slice();
  const arrives = (/** @type {Edge} */ { id, source }) =>
    rank[ladder.chains[id]?.at(-1) ?? source] ?? 0;
  for (const { id } of graph.nodes.filter(({ commutes }) => commutes)) {
    const sorted = edgesInto(graph, id).toSorted((a, b) => arrives(a) - arrives(b));
    for (const [port, edge] of sorted.entries()) edges[edge.id] = { ...edge, port };
  }
  return { ...graph, edges };
}

/** The engine leaves a bend as it was given where it wants none.
 * @param {Elk} laid @param {import("elkjs").ElkNode} asked @returns {Elk} */
export function withoutAsked(laid, asked) {
  const edges = laid.edges?.map((edge, i) => {
    const [section] = edge.sections ?? [];
    const [bend] = section?.bendPoints ?? [];
    const given = asked.edges?.[i]?.sections?.[0]?.bendPoints?.[0];
    const left = section && bend && bend.x === given?.x && bend.y === given.y;
    return left ? { sections: [{ ...section, bendPoints: [] }] } : edge;
  });
  return edges ? { ...laid, edges } : laid;
}
