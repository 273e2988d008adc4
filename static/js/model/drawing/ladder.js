// A layered drawing as rows in columns: each card has a place in its column, and each edge one in every
// column that it passes on its way.

/** @import { Box, Direction, Graph, Point } from "../../types.js" */
import { FLOW, middleOf } from "./flow.js";

/** A step of an edge to the next column; `port` tells the operands of one card apart whose order is
 * fixed. @typedef {{ to: number, port: number }} Rung */

/** Places are numbered: first the cards, as in the graph, then what stands for edges that pass.
 * @typedef {{ columns: number[][], after: Rung[][], before: number[][], chains: number[][],
 *   column: number[] }} Ladder */

/** As it was laid out, or with some cards moved to other columns.
 * @param {Graph} graph @param {Box[]} boxes @param {Point[][]} routes @param {Direction} direction
 * @param {(graph: Graph, column: number[]) => number[]} [moved] @returns {Ladder} */
export function ladderOf(graph, boxes, routes, direction, moved = (_, column) => column) {
  const { column, middles } = columnsIn(boxes.map((box) => reachOf(box, direction)));
  const across = boxes.map((box) => middleOf(box, direction));
  const ladder = climbed(graph, moved(graph, column), middles.length);
  for (const [i, chain] of ladder.chains.entries())
    for (const place of chain) {
      const at = middles[ladder.column[place] ?? 0] ?? 0;
      across[place] = passing(routes[i] ?? [], at, direction);
    }
  for (const places of ladder.columns) places.sort((a, b) => (across[a] ?? 0) - (across[b] ?? 0));
  return ladder;
}

/** @param {Graph} graph @param {number[]} column of each card @param {number} count of columns
 * @returns {Ladder} */
export function climbed(graph, column, count) {
  const columnOf = column.slice(0, graph.nodes.length);
  /** @type {number[][]} */
  const columns = Array.from({ length: count }, () => []);
  /** @type {Rung[][]} */
  const after = graph.nodes.map(() => []);
  /** @type {number[][]} */
  const before = graph.nodes.map(() => []);
  for (const { id } of graph.nodes) columns[column[id] ?? 0]?.push(id);
  const chains = graph.edges.map(({ source, target, port }) => {
    /** @type {number[]} */
    const chain = [];
    let last = source;
    for (let at = (column[source] ?? 0) + 1; at < (column[target] ?? 0); at++) {
      const place = after.push([]) - 1;
      before.push([last]);
      after[last]?.push({ to: place, port: 0 });
      columns[at]?.push(place);
      columnOf.push(at);
      chain.push(place);
      last = place;
    }
    after[last]?.push({ to: target, port: graph.nodes[target]?.commutes ? 0 : port + 1 });
    before[target]?.push(last);
    return chain;
  });
  return { columns, after, before, chains, column: columnOf };
}

/** Each place's place in its column. @param {Ladder} ladder @returns {Int32Array} */
export function ranksOf({ after, columns }) {
  const rank = new Int32Array(after.length);
  for (const places of columns) for (const [i, place] of places.entries()) rank[place] = i;
  return rank;
}

/** From where to where a box reaches along the flow. @typedef {{ from: number, to: number }} Reach */

/** @param {Box} box @param {Direction} direction @returns {Reach} */
function reachOf(box, direction) {
  const { along, length } = FLOW[direction];
  return { from: box[along], to: box[along] + box[length] };
}

/** Boxes that stand beside one another in the flow are one column.
 * @param {Reach[]} reaches */
function columnsIn(reaches) {
  /** @type {{ to: number, middles: number[] }[]} */
  const found = [];
  /** @type {number[]} */
  const column = [];
  const order = [...reaches.entries()].sort(([, a], [, b]) => a.from - b.from);
  for (const [id, { from, to }] of order) {
    const last = found.at(-1);
    const own = last && from < last.to ? last : { to, middles: [] };
    if (own !== last) found.push(own);
    own.to = Math.max(own.to, to);
    own.middles.push((from + to) / 2);
    column[id] = found.length - 1;
  }
  return { column, middles: found.map(({ middles }) => mean(middles)) };
}

/** @param {number[]} numbers */
function mean(numbers) {
  return numbers.reduce((sum, each) => sum + each, 0) / numbers.length;
}

/** Where a route is, across the flow, at a place along it.
 * @param {Point[]} route @param {number} at @param {Direction} direction */
export function passing(route, at, direction) {
  const { along, across } = FLOW[direction];
  const next = route.findIndex((point) => point[along] >= at);
  const [a, b] = [route[next - 1] ?? route[0], route[next] ?? route.at(-1)];
  if (!a || !b) return 0;
  const part = Math.min(1, (at - a[along]) / (b[along] - a[along] || 1));
  return a[across] + (b[across] - a[across]) * part;
}
