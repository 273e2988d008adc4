// Where the edges of plain layers run: in their lanes past the cards, and over to others between columns.

/** @import { Box, Direction, Edge, Graph, Point } from "../../types.js" */
import { FLOW, middleOf, pointAt } from "./flow.js";
import { lanesOf } from "./lanes.js";
import { portAt } from "./layout-input.js";
import { edgesInto } from "./wiring.js";

/** @typedef {{ boxes: Box[], lanes: Map<number, number>[], column: number[],
 *   reaches: { from: number, to: number }[], direction: Direction }} Laid */

/** @param {Graph} graph @param {Box[]} boxes @param {number[][]} columns @param {Direction} direction
 * @returns {Point[][]} by edge */
export function routesOf(graph, boxes, columns, direction) {
  /** @type {number[]} */
  const column = [];
  for (const [at, cards] of columns.entries()) for (const id of cards) column[id] = at;
  const lanes = lanesOf(graph, boxes, columns, direction);
  const reaches = columns.map((cards) => thick(cards, boxes, direction));
  const laid = { boxes, lanes, column, reaches, direction };
  const ports = portsOf(graph, laid);
  return graph.edges.map((edge) => routeOf(edge, ports[edge.id] ?? 0, laid));
}

/** From where to where a column reaches along the flow.
 * @param {number[]} cards @param {Box[]} boxes @param {Direction} direction */
function thick(cards, boxes, direction) {
  const { along, length } = FLOW[direction];
  const members = cards.flatMap((id) => boxes[id] ?? []);
  return {
    from: members.reduce((low, box) => Math.min(low, box[along]), Number.POSITIVE_INFINITY),
    to: members.reduce((high, box) => Math.max(high, box[along] + box[length]), 0),
  };
}

/** Where on the side of its card each edge ends; operands that may change places stand as they arrive.
 * @param {Graph} graph @param {Laid} laid @returns {number[]} */
function portsOf(graph, laid) {
  /** @type {number[]} */
  const ports = [];
  for (const { id, commutes } of graph.nodes) {
    const edges = edgesInto(graph, id);
    const sorted = commutes ? edges.toSorted((a, b) => arrival(a, laid) - arrival(b, laid)) : edges;
    for (const [i, edge] of sorted.entries())
      ports[edge.id] = portAt(commutes ? i : edge.port, edges.length);
  }
  return ports;
}

/** Where an edge is in the column before its end, across the flow.
 * @param {Edge} edge @param {Laid} laid */
function arrival({ source, target }, { boxes, lanes, column, direction }) {
  return (
    lanes[(column[target] ?? 0) - 1]?.get(source) ?? middleOf(boxes[source] ?? NOWHERE, direction)
  );
}

const NOWHERE = { x: 0, y: 0, width: 0, height: 0 };

/** A place on the way of an edge: along the flow and across it.
 * @typedef {{ at: number, across: number }} Stop */

/** @param {Edge} edge @param {number} port @param {Laid} laid @returns {Point[]} */
function routeOf({ source, target }, port, laid) {
  const { boxes, column, reaches, direction } = laid;
  const { along, length, across, breadth } = FLOW[direction];
  const [from, to] = [boxes[source] ?? NOWHERE, boxes[target] ?? NOWHERE];
  const arrives = to[across] + port * to[breadth];
  const beside = reaches[column[target] ?? 0]?.from ?? 0; // of a wider card in the same column
  const stops = [
    { at: from[along] + from[length], across: middleOf(from, direction) },
    ...past(source, (column[source] ?? 0) + 1, column[target] ?? 0, laid),
    ...(beside < to[along] ? [{ at: beside, across: arrives }] : []),
    { at: to[along], across: arrives },
  ];
  return stops.map((stop) => pointAt(stop.at, stop.across, direction));
}

/** Into a lane, and on in it as long as it runs straight; between columns over to the next.
 * @param {number} source @param {number} first @param {number} end @param {Laid} laid @returns {Stop[]} */
function past(source, first, end, { lanes, reaches }) {
  /** @type {Stop[]} */
  const stops = [];
  for (let i = first; i < end; i++) {
    const across = lanes[i]?.get(source) ?? 0;
    const { from, to } = reaches[i] ?? { from: 0, to: 0 };
    const before = stops.at(-1);
    if (before?.across === across) before.at = to;
    else stops.push({ at: from, across }, { at: to, across });
  }
  return stops;
}
