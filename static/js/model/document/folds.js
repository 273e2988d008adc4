// Which groups are folded: what the link says, else all in a graph too large to be read, opened as
// far as there is room. It stands in the link as fold=f,f.2,t=0: by label, numbered where several
// groups share one; or, where that is shorter, as fold=!f: all but these.

/** @import { Document, Graph, Group } from "../../types.js" */
import { fieldOf, withField } from "./fields.js";
import { foldable, ids } from "./groups.js";
import { foldedAtFirst } from "./opening.js";

const FIELD = "fold";
const NONE = "-";
const BUT = "!";

/** The groups that are folded, by number. @param {Document} document @param {Graph} graph */
export function foldedIn(document, graph) {
  const field = fieldOf(document, FIELD);
  if (field === "") return new Set(foldedAtFirst(graph));
  const groups = foldable(graph);
  const but = field.startsWith(BUT);
  const wanted = new Set(field.slice(but ? BUT.length : 0).split(","));
  const keys = keysOf(groups);
  return new Set(ids(groups.filter(({ id }) => wanted.has(keys.get(id) ?? "") !== but)));
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
  const first = foldedAtFirst(graph);
  if (first.size === folded.size && [...first].every((id) => folded.has(id)))
    return withField(document, FIELD, "");
  const keys = keysOf(groups);
  const text = (/** @type {Group[]} */ some) => some.map(({ id }) => keys.get(id)).join(",");
  const closed = text(groups.filter(({ id }) => folded.has(id))) || NONE;
  const open = BUT + text(groups.filter(({ id }) => !folded.has(id)));
  const shorter = first.size > 0 && open.length < closed.length ? open : closed;
  return withField(document, FIELD, shorter);
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
