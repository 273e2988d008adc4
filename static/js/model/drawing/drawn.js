// The graph as it is drawn: a folded group is one card, in the place of the value it hands on.

/** @import { Drawn, Edge, Graph, GraphNode, Group } from "../../types.js" */
import { foldable } from "../document/groups.js";
import { edgesFrom } from "./wiring.js";

/** @param {Graph} graph @param {Set<number>} folded numbers of groups @returns {Drawn} */
export function drawnOf(graph, folded) {
  const groups = foldable(graph);
  const closed = outermost(groups, folded);
  const open = groups.filter(({ id }) => !folded.has(id) && !isInside(groups, folded, id));
  const whole = graph;
  if (closed.length === 0)
    return { whole, graph, folded: new Map(), owner: new Map(), merged: new Map(), open };
  const cards = new Map(closed.map((group) => [group.output, group]));
  const owner = ownersOf(graph, closed);
  const { edges, merged } = joined(graph, owner, cards);
  const nodes = graph.nodes.filter(({ id }) => !owner.has(id)).map((node) => asCard(node, cards));
  const output = owner.get(graph.output) ?? graph.output;
  return { whole, graph: { ...graph, output, nodes, edges }, folded: cards, owner, merged, open };
}

/** The same drawing with the numbers of a new answer, where it is the same; else null.
 * @param {Drawn} before @param {Graph} graph @param {Set<number>} folded @returns {Drawn | null} */
export function redrawn(before, graph, folded) {
  const { whole } = before;
  if (whole.nodes !== graph.nodes || whole.edges !== graph.edges || whole.output !== graph.output)
    return null;
  const groups = foldable(graph);
  const closed = outermost(groups, folded);
  const cards = [...before.folded.values()].map(({ id }) => id);
  if (closed.length !== cards.length || !closed.every(({ id }) => cards.includes(id))) return null;
  if (closed.length === 0) return { ...before, whole: graph };
  return { ...before, whole: graph, folded: new Map(closed.map((each) => [each.output, each])) };
}

/** @param {GraphNode} node @param {Map<number, Group>} cards @returns {GraphNode} */
function asCard(node, cards) {
  const group = cards.get(node.id);
  if (!group) return node;
  const { title, label } = group;
  const card = { ...node, commutes: Boolean(title) }; // what was gathered has no order of operands
  return title ? { ...card, glyph: "", title } : { ...card, glyph: label };
}

/** Folded groups that are in no other folded one. @param {Group[]} groups @param {Set<number>} folded */
function outermost(groups, folded) {
  return groups.filter(({ id }) => folded.has(id) && !isInside(groups, folded, id));
}

/** The group around each, by number. @type {WeakMap<Group[], Map<number, number | null>>} */
const parents = new WeakMap();

/** Whether a group is in a folded one. @param {Group[]} groups @param {Set<number>} folded @param {number} id */
function isInside(groups, folded, id) {
  const found = parents.get(groups) ?? new Map(groups.map((each) => [each.id, each.parent]));
  parents.set(groups, found);
  for (let up = found.get(id) ?? null; up !== null; up = found.get(up) ?? null)
    if (folded.has(up)) return true;
  return false;
}

/** Nodes that stand in a folded group, and constants that are used there alone.
 * @param {Graph} graph @param {Group[]} closed @returns {Map<number, number>} */
function ownersOf(graph, closed) {
  const owner = new Map(
    closed.flatMap(({ nodes, output }) =>
      nodes.filter((id) => id !== output).map((id) => /** @type {const} */ ([id, output])),
    ),
  );
  const cards = new Set(closed.map(({ output }) => output));
  for (const { id, kind } of graph.nodes) {
    const loose = kind === "constant" && !owner.has(id) && !cards.has(id);
    const user = loose ? onlyUser(graph, id, owner) : null;
    if (user !== null && cards.has(user)) owner.set(id, user);
  }
  return owner;
}

/** The one card that uses a node; null where there are several, or none.
 * @param {Graph} graph @param {number} id @param {Map<number, number>} owner */
function onlyUser(graph, id, owner) {
  const users = new Set(edgesFrom(graph, id).map(({ target }) => owner.get(target) ?? target));
  const [only = null] = users;
  return users.size === 1 ? only : null;
}

/** Edges between what is drawn; all edges from one node into a folded group are one.
 * @param {Graph} graph @param {Map<number, number>} owner @param {Map<number, Group>} cards */
function joined(graph, owner, cards) {
  const kinds = new Map(graph.nodes.map(({ id, kind }) => [id, kind]));
  const drawn = graph.edges
    .map((edge) => ({
      ...edge,
      source: owner.get(edge.source) ?? edge.source,
      target: owner.get(edge.target) ?? edge.target,
    }))
    .filter(({ source, target }) => source !== target)
    .filter(
      ({ source, target }) =>
        !(cards.has(target) && !cards.has(source) && kinds.get(source) === "constant"),
    );
  const merged = alike(drawn.filter(({ target }) => cards.has(target)));
  const left = drawn.filter(({ id, target }) => !cards.has(target) || merged.has(id));
  const ported = left.map((edge) => ({
    ...edge,
    port: portOf(cards.get(edge.target), graph, edge),
  }));
  return { edges: inRow(ported, cards), merged };
}

/** Edges with the same ends, under the first of them. @param {Edge[]} edges @returns {Map<number, number[]>} */
function alike(edges) {
  /** @type {Map<string, number[]>} */
  const byEnds = new Map();
  for (const { id, source, target } of edges) {
    const ends = `${source} ${target}`;
    const alike = byEnds.get(ends);
    if (alike) alike.push(id);
    else byEnds.set(ends, [id]);
  }
  return new Map([...byEnds.values()].map((ids) => [ids[0] ?? -1, ids]));
}

/** The place of what enters a group among its inputs. @param {Group | undefined} group
 * @param {Graph} graph @param {Edge} edge */
function portOf(group, graph, { id, port }) {
  return group ? group.inputs.indexOf(graph.edges[id]?.source ?? -1) : port;
}

/** The ports of a folded group stand side by side, whatever it reads besides.
 * @param {Edge[]} edges @param {Map<number, Group>} cards */
function inRow(edges, cards) {
  /** @type {Map<number, number>} */
  const next = new Map();
  const ordered = edges.toSorted((a, b) => a.port - b.port);
  const ports = new Map(
    ordered.map((edge) => {
      if (!cards.has(edge.target)) return [edge.id, edge.port];
      const port = next.get(edge.target) ?? 0;
      next.set(edge.target, port + 1);
      return [edge.id, port];
    }),
  );
  return edges.map((edge) => ({ ...edge, port: ports.get(edge.id) ?? edge.port }));
}
