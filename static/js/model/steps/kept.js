// What says the same as before is the very same thing, so that it is not drawn anew.

/** @import { EdgeView, NodeView } from "../../types.js" */

/** What was shown last of each node and each edge, by number.
 * @typedef {{ nodes: Map<number, NodeView>, edges: Map<number, EdgeView> }} Seen */

/** @template {object} T @param {WeakMap<T, Seen>} known @param {T} of @returns {Seen} */
export function seenOf(known, of) {
  const found = known.get(of) ?? { nodes: new Map(), edges: new Map() };
  known.set(of, found);
  return found;
}

/** The view from before, if it says the same.
 * @template {NodeView | EdgeView} V @param {Map<number, V>} seen @param {V} view @returns {V} */
export function kept(seen, view) {
  const before = seen.get(view.id);
  if (before && says(before, view)) return before;
  seen.set(view.id, view);
  return view;
}

/** @template {NodeView | EdgeView} V @param {V} one @param {V} other */
function says(one, other) {
  for (const key in one) if (!alike(one[key], other[key])) return false;
  return true;
}

/** Of one history, lists of arrivals differ only in how far they go. @param {unknown} one @param {unknown} other */
function alike(one, other) {
  if (Array.isArray(one) && Array.isArray(other) && one[0] === other[0])
    return one.length === other.length;
  return one === other;
}
