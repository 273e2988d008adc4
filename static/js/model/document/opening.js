// How a large graph opens: all groups folded, but for as many depths as can still be read.

/** @import { Graph, Group } from "../../types.js" */
import { foldable, ids } from "./groups.js";

/** More things than this side by side cannot be read, nor more arrows between them. */
const MOST_THINGS = 60;
const MOST_ARROWS = 100;

/** How each graph opens, by its nodes: they stay while numbers change.
 * @type {WeakMap<Graph["nodes"], Set<number>>} */
const known = new WeakMap();

/** The groups that are folded then. @param {Graph} graph @returns {Set<number>} */
export function foldedAtFirst(graph) {
  const found = known.get(graph.nodes) ?? opening(graph);
  known.set(graph.nodes, found);
  return found;
}

/** @param {Graph} graph @returns {Set<number>} */
function opening(graph) {
  if (graph.nodes.length <= MOST_THINGS) return new Set();
  const groups = foldable(graph);
  const inside = thingsIn(graph, groups);
  const within = (/** @type {number | null} */ id) => inside.get(id) ?? { things: 0, groups: [] };
  let folded = new Set(ids(groups));
  let things = within(null).things;
  for (let depth = within(null).groups; depth.length > 0; depth = depth.flatMap(groupsOf)) {
    things += depth.reduce((sum, id) => sum + within(id).things - 1, 0);
    const fewer = new Set([...folded].filter((id) => !depth.includes(id)));
    if (things > MOST_THINGS || arrowsIn(graph, fewer) > MOST_ARROWS) break;
    folded = fewer;
  }
  return folded;

  /** @param {number} id */
  function groupsOf(id) {
    return within(id).groups;
  }
}

/** How many things stand in each group, and which of them are groups; null stands for the whole.
 * @param {Graph} graph @param {Group[]} groups */
function thingsIn({ nodes, groups: all = [] }, groups) {
  const real = new Set(ids(groups));
  const up = new Map(all.map(({ id, parent }) => [id, parent]));
  /** @type {Map<number | null, { things: number, groups: number[] }>} */
  const found = new Map([null, ...real].map((id) => [id, { things: 0, groups: [] }]));
  const placeOf = (/** @type {number | null} */ id) => {
    let at = id;
    while (at !== null && !real.has(at)) at = up.get(at) ?? null;
    return found.get(at);
  };
  for (const { id, parent } of groups) {
    const place = placeOf(parent);
    place?.groups.push(id);
    if (place) place.things += 1;
  }
  for (const { group = null } of nodes) {
    const place = placeOf(group);
    if (place) place.things += 1;
  }
  return found;
}

/** How many pairs of things are joined by an edge, where these groups are folded.
 * @param {Graph} graph @param {Set<number>} folded */
function arrowsIn({ nodes, edges, groups = [] }, folded) {
  const up = new Map(groups.map(({ id, parent }) => [id, parent]));
  /** The outermost folded group around each group. @type {Map<number, number | null>} */
  const cards = new Map();
  const places = nodes.map(({ id, group = null }) => {
    const card = group === null ? null : cardOf(group);
    return card === null ? id : nodes.length + card;
  });
  const apart = edges
    .map(({ source, target }) => [places[source] ?? 0, places[target] ?? 0])
    .filter(([source, target]) => source !== target);
  return new Set(apart.map(([source, target]) => `${source} ${target}`)).size;

  /** @param {number} id @returns {number | null} */
  function cardOf(id) {
    const before = cards.get(id);
    if (before !== undefined) return before;
    const parent = up.get(id) ?? null;
    const card = (parent === null ? null : cardOf(parent)) ?? (folded.has(id) ? id : null);
    cards.set(id, card);
    return card;
  }
}
