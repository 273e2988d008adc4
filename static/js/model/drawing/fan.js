// Edges that leave one card fan out: each beside the others, in the order in which they part.

/** @import { Box, Direction, Graph, Point } from "../../types.js" */
import { FLOW } from "./flow.js";
import { passing } from "./ladder.js";
import { WIDEST } from "./layout-input.js";
import { edgesFrom } from "./wiring.js";

/** Distance between edges that leave one card side by side. */
const FAN = 18;
/** How much of a card's side they may take. */
const SHARE = 0.7;

/** @param {Graph} graph @param {Box[]} nodes @param {Point[][]} routes @param {Direction} direction */
export function fanned(graph, nodes, routes, direction) {
  const { breadth } = FLOW[direction];
  const moved = routes.slice();
  for (const { id } of graph.nodes) {
    const sorted = edgesFrom(graph, id).toSorted((a, b) =>
      between(routes[a.id] ?? [], routes[b.id] ?? [], direction),
    );
    const side = nodes[id]?.[breadth] ?? 0;
    const step = Math.min(FAN, (side * SHARE) / Math.max(1, sorted.length - 1));
    for (const [i, edge] of sorted.entries()) {
      const shift = (i - (sorted.length - 1) / 2) * step;
      moved[edge.id] = shifted(routes[edge.id] ?? [], shift, direction);
    }
  }
  return moved;
}

/** How far apart two routes are where they first part.
 * @param {Point[]} one @param {Point[]} other @param {Direction} direction */
function between(one, other, direction) {
  const { along } = FLOW[direction];
  const bends = [...one.slice(1), ...other.slice(1)].map((point) => point[along]);
  const both = Math.min(one.at(-1)?.[along] ?? 0, other.at(-1)?.[along] ?? 0);
  for (const at of bends.filter((bend) => bend <= both).sort((a, b) => a - b)) {
    const apart = passing(one, at, direction) - passing(other, at, direction);
    if (Math.abs(apart) > 1) return apart;
  }
  return 0;
}

/** Beside a wider card of the same column a route still runs straight on: there it must not come
 * together again with the others.
 * @param {Point[]} route @param {number} shift @param {Direction} direction @returns {Point[]} */
function shifted(route, shift, direction) {
  const { along, across } = FLOW[direction];
  const [start, next] = route;
  if (!start) return [];
  const beside = route.length > 2 && next && next[across] === start[across];
  const both = beside && next[along] - start[along] <= WIDEST;
  return route.map((point, i) =>
    i === 0 || (i === 1 && both) ? { ...point, [across]: point[across] + shift } : point,
  );
}
