// Which groups are folded: what the link says, else all in a graph too large to be read, opened as
// far as there is room. It stands in the link as fold=f,f.2,t=0: by label, numbered where several
// groups share one; or, where that is shorter, as fold=!f: all but these.

/** @import { Document, Graph, Group } from "../../types.js" */

const FIELD = "fold";
const NONE = "-";
const BUT = "!";
/** More things than this side by side cannot be read. */
const MOST_OPEN = 60;

/** The groups that are folded, by number. @param {Document} document @param {Graph} graph */
export function foldedIn({ rest }, graph) {
  const field = rest.find(([key]) => key === FIELD)?.[1];
  if (field === undefined) return new Set(atFirst(graph));
  const groups = foldable(graph);
  const but = field.startsWith(BUT);
  const wanted = new Set(field.slice(but ? BUT.length : 0).split(","));
  const keys = keysOf(groups);
  return new Set(ids(groups.filter(({ id }) => wanted.has(keys.get(id) ?? "") !== but)));
}

/** How each graph opens. @type {WeakMap<Graph, Set<number>>} */
const known = new WeakMap();

/** @param {Graph} graph @returns {Set<number>} */
function atFirst(graph) {
  const found = known.get(graph) ?? opening(graph);
  known.set(graph, found);
  return found;
}

/** All groups of a large graph; of these a whole depth is opened while what shows stays few.
 * @param {Graph} graph @returns {Set<number>} */
function opening(graph) {
  if (graph.nodes.length <= MOST_OPEN) return new Set();
  const groups = foldable(graph);
  const inside = thingsIn(graph, groups);
  const folded = new Set(ids(groups));
  const within = (/** @type {number | null} */ id) => inside.get(id) ?? { things: 0, groups: [] };
  let shown = within(null).things;
  for (let depth = within(null).groups; depth.length > 0; depth = depth.flatMap(groupsOf)) {
    shown += depth.reduce((sum, id) => sum + within(id).things - 1, 0);
    if (shown > MOST_OPEN) break;
    for (const id of depth) folded.delete(id);
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

/** Fold a group, or unfold it. @param {Document} document @param {Graph} graph @param {number} id @returns {Document} */
export function turned(document, graph, id) {
  const folded = foldedIn(document, graph);
  if (!folded.delete(id)) folded.add(id);
  return withFolded(document, graph, folded);
}

/** @param {Document} document @param {Graph} graph @param {boolean} fold @returns {Document} */
export function allTurned(document, graph, fold) {
  return withFolded(document, graph, new Set(fold ? ids(foldable(graph)) : []));
}

/** With these groups open, whatever else is folded.
 * @param {Document} document @param {Graph} graph @param {number[]} open @returns {Document} */
export function unfolded(document, graph, open) {
  const folded = foldedIn(document, graph);
  for (const id of open) folded.delete(id);
  return withFolded(document, graph, folded);
}

/** Only what differs from how the graph opens is written down.
 * @param {Document} document @param {Graph} graph @param {Set<number>} folded @returns {Document} */
function withFolded(document, graph, folded) {
  const groups = foldable(graph);
  const rest = document.rest.filter(([key]) => key !== FIELD);
  const first = atFirst(graph);
  if (first.size === folded.size && [...first].every((id) => folded.has(id)))
    return { ...document, rest };
  const keys = keysOf(groups);
  const text = (/** @type {Group[]} */ some) => some.map(({ id }) => keys.get(id)).join(",");
  const closed = text(groups.filter(({ id }) => folded.has(id))) || NONE;
  const open = BUT + text(groups.filter(({ id }) => !folded.has(id)));
  const shorter = first.size > 0 && open.length < closed.length ? open : closed;
  return { ...document, rest: [...rest, [FIELD, shorter]] };
}

/** Groups of one node are as small as they can be. @param {Graph} graph @returns {Group[]} */
export function foldable({ groups = [] }) {
  return groups.filter(({ nodes, output }) => nodes.length > 1 && nodes.includes(output));
}

/** @param {Group[]} groups */
function ids(groups) {
  return groups.map(({ id }) => id);
}

/** The label, without spaces; from the second group of that label on, with a number.
 * @param {Group[]} groups @returns {Map<number, string>} */
function keysOf(groups) {
  /** @type {Map<string, number>} */
  const seen = new Map();
  return new Map(
    groups.map(({ id, label }) => {
      const key = label.replace(/[\s,]/g, "");
      const count = (seen.get(key) ?? 0) + 1;
      seen.set(key, count);
      return [id, count === 1 ? key : `${key}.${count}`];
    }),
  );
}

/** What a group is called: in words where it was gathered, else as in the text.
 * @param {Pick<Group, "label" | "title">} group */
export function titleOf({ label, title }) {
  return title ?? label;
}

/** The groups around a node, the outer ones first.
 * @param {Graph} graph @param {number} node @returns {Group[]} */
export function groupsAround({ nodes, groups = [] }, node) {
  const byId = new Map(groups.map((group) => [group.id, group]));
  /** @type {Group[]} */
  const found = [];
  for (let at = nodes[node]?.group ?? null; at !== null; at = found[0]?.parent ?? null) {
    const group = byId.get(at);
    if (!group) break;
    found.unshift(group);
  }
  return found;
}
