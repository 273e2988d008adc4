// Which edges enter and leave each node, found once per graph.

/** @import { Edge, Graph } from "../../types.js" */

/** @typedef {{ into: Edge[][], from: Edge[][] }} Wiring */

/** By the list of edges, which stays while only numbers change. @type {WeakMap<Edge[], Wiring>} */
const known = new WeakMap();

/** @param {Graph} graph @returns {Wiring} */
function wiringOf({ edges }) {
  const found = known.get(edges);
  if (found) return found;
  /** @type {Wiring} */
  const wiring = { into: [], from: [] };
  for (const edge of edges) {
    add(wiring.into, edge.target, edge);
    add(wiring.from, edge.source, edge);
  }
  for (const list of wiring.into) list?.sort((a, b) => a.port - b.port);
  known.set(edges, wiring);
  return wiring;
}

/** Numbers of nodes may have gaps. @param {Edge[][]} lists @param {number} id @param {Edge} edge */
function add(lists, id, edge) {
  const list = lists[id] ?? [];
  list.push(edge);
  lists[id] = list;
}

/** The edges into a node, in the order of its operands.
 * @param {Graph} graph @param {number} id */
export function edgesInto(graph, id) {
  return wiringOf(graph).into[id] ?? [];
}

/** The edges that leave a node: one per use.
 * @param {Graph} graph @param {number} id */
export function edgesFrom(graph, id) {
  return wiringOf(graph).from[id] ?? [];
}

/** The nodes that some way from one node to another passes, both ends included.
 * @param {Graph} graph @param {number} from @param {number} to @returns {Set<number>} */
export function nodesBetween(graph, from, to) {
  const onward = reached(from, (id) => edgesFrom(graph, id).map(({ target }) => target));
  const back = reached(to, (id) => edgesInto(graph, id).map(({ source }) => source));
  return new Set([...onward].filter((id) => back.has(id)));
}

/** @param {number} start @param {(id: number) => number[]} next @returns {Set<number>} */
function reached(start, next) {
  const found = new Set([start]);
  for (const id of found) for (const other of next(id)) found.add(other);
  return found;
}
