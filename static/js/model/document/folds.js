// Which groups are folded: what the link says, else none, or all in a graph too large to be read.
// It stands in the link as fold=f,f.2,t=0: by label, numbered where several groups share one.

/** @import { Document, Graph, Group } from "../../types.js" */

const FIELD = "fold";
const NONE = "-";
/** A graph of more nodes opens folded. */
const MOST_OPEN = 60;

/** The groups that are folded, by number. @param {Document} document @param {Graph} graph */
export function foldedIn({ rest }, graph) {
  const groups = foldable(graph);
  const field = rest.find(([key]) => key === FIELD)?.[1];
  if (field === undefined) return new Set(graph.nodes.length > MOST_OPEN ? ids(groups) : []);
  const wanted = new Set(field.split(","));
  const keys = keysOf(groups);
  return new Set(ids(groups.filter((group) => wanted.has(keys.get(group.id) ?? ""))));
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
  const keys = keysOf(groups);
  const rest = document.rest.filter(([key]) => key !== FIELD);
  const first = foldedIn({ ...document, rest }, graph);
  if (first.size === folded.size && [...first].every((id) => folded.has(id)))
    return { ...document, rest };
  const text = ids(groups.filter(({ id }) => folded.has(id))).map((id) => keys.get(id));
  return { ...document, rest: [...rest, [FIELD, text.join(",") || NONE]] };
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
