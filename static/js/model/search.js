// Search: what a reader may look for in a graph, its nodes, its groups and the lines they come from.

/** @import { Answer, Group } from "../types.js" */
import { foldable, titleOf } from "./document/groups.js";

/** `node` is where it is on the graph; `group` is a group that is looked for as such.
 * @typedef {{ kind: "node" | "group" | "line", name: string, about: string, node: number,
 *   group: number | null }} Hit */

const MOST = 50;

/** The best first: what is meant exactly, then what begins so, then what holds it.
 * @param {Pick<Answer, "trace" | "document">} answer @param {string} text @returns {Hit[]} */
export function hitsOf(answer, text) {
  const wanted = text.trim().toLowerCase();
  if (wanted === "") return [];
  return everything(answer)
    .map((hit) => ({ hit, rank: rankOf(hit, wanted) }))
    .filter(({ rank }) => rank < NOT)
    .sort((one, other) => one.rank - other.rank)
    .slice(0, MOST)
    .map(({ hit }) => hit);
}

const NOT = 4;

/** @param {Hit} hit @param {string} wanted */
function rankOf({ name, about }, wanted) {
  const called = name.toLowerCase();
  if (called === wanted) return 0;
  if (called.startsWith(wanted)) return 1;
  if (called.includes(wanted)) return 2;
  return about.toLowerCase().includes(wanted) ? 3 : NOT;
}

/** @param {Pick<Answer, "trace" | "document">} answer @returns {Hit[]} */
function everything({ trace: { graph }, document: { source } }) {
  const nodes = graph.nodes.map(({ id, name, op }) => {
    return { kind: /** @type {const} */ ("node"), name, about: op ?? "", node: id, group: null };
  });
  const groups = foldable(graph).map((group) => {
    const { id, output } = group;
    const about = graph.nodes[output]?.name ?? "";
    const name = titleOf(group);
    return { kind: /** @type {const} */ ("group"), name, about, node: output, group: id };
  });
  const lines = source.split("\n").flatMap((line, at) => {
    const node = graph.nodes.findLast(({ span }) => span?.line === at + 1)?.id;
    const hit = { kind: /** @type {const} */ ("line"), name: String(at + 1), about: line.trim() };
    return node === undefined ? [] : [{ ...hit, node, group: null }];
  });
  return [...groups, ...nodes, ...lines];
}

/** The groups of a graph as a tree: those in no other, and what is in those that are open.
 * @typedef {{ hit: Hit, depth: number, open: boolean | null }} Row */

/** @param {Pick<Answer, "trace" | "drawn">} answer @returns {Row[]} the graph's groups, as an outline */
export function outlineOf({ trace: { graph }, drawn }) {
  const groups = foldable(graph);
  const open = new Set(drawn.open.map(({ id }) => id));
  const shown = new Set([...open, ...[...drawn.folded.values()].map(({ id }) => id)]);
  const byId = new Map((graph.groups ?? []).map((group) => [group.id, group]));
  return groups
    .filter(({ id }) => shown.has(id))
    .map((group) => {
      const { id, output, nodes } = group;
      const about = `${nodes.length}`;
      const hit = { kind: /** @type {const} */ ("group"), name: titleOf(group), about };
      return {
        hit: { ...hit, node: output, group: id },
        depth: depthOf(group),
        open: open.has(id),
      };
    });

  /** @param {Group} group */
  function depthOf({ parent }) {
    let depth = 0;
    for (let up = parent; up !== null; up = byId.get(up)?.parent ?? null) depth += 1;
    return depth;
  }
}

/** The groups that hide it while they are folded. @param {Group[]} groups @param {Hit} hit */
export function around(groups, { node, group }) {
  const own = groups.find(({ id }) => id === group);
  return groups.filter(
    ({ id, nodes }) =>
      nodes.includes(node) && id !== group && !(own && own.nodes.length >= nodes.length),
  );
}
