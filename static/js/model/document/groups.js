// The groups of a graph: which can be folded, what each is called, and those around a node.

/** @import { Graph, Group } from "../../types.js" */

/** Groups of one node are as small as they can be. @param {Graph} graph @returns {Group[]} */
export function foldable({ groups = [] }) {
  return groups.filter(({ nodes, output }) => nodes.length > 1 && nodes.includes(output));
}

/** @param {Group[]} groups */
export function ids(groups) {
  return groups.map(({ id }) => id);
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
