// A step as the drawn graph shows it: a folded group is hot while anything in it is, and the edges
// into it carry the derivative of the whole group.

/** @import { Drawn, EdgeView, Frame, Group, Local, NodeView } from "../../types.js" */

/** @typedef {{ nodes: NodeView[], edges: EdgeView[] }} Views */

/** @type {WeakMap<Frame, Map<Drawn, Views>>} */
const known = new WeakMap();

/** What is shown of each card and each drawn edge, by number.
 * @param {Frame} frame @param {Drawn} drawn @returns {Views} */
export function projected(frame, drawn) {
  if (drawn.folded.size === 0) return frame;
  const found = known.get(frame)?.get(drawn);
  if (found) return found;
  const views = made(frame, drawn);
  known.set(frame, new Map([[drawn, views]]));
  return views;
}

/** @param {Frame} frame @param {Drawn} drawn @returns {Views} */
function made(frame, drawn) {
  const nodes = frame.nodes.slice();
  const edges = frame.edges.slice();
  const now = frame.now && (drawn.owner.get(frame.now.node) ?? frame.now.node);
  for (const [card] of drawn.folded) {
    const view = frame.nodes[card];
    if (view && now === card && !view.hot) nodes[card] = { ...view, hot: true };
  }
  for (const edge of drawn.graph.edges) {
    const group = drawn.folded.get(edge.target);
    const parts = drawn.merged.get(edge.id);
    if (group && parts) edges[edge.id] = edgeView(frame, drawn, edge.id, parts, group);
  }
  return { nodes, edges };
}

/** @param {Frame} frame @param {Drawn} drawn @param {number} id @param {number[]} parts @param {Group} group @returns {EdgeView} */
function edgeView(frame, drawn, id, parts, group) {
  const views = parts.flatMap((part) => frame.edges[part] ?? []);
  const ready = frame.nodes[group.output]?.value !== null;
  const carried = views.filter(({ flow }) => flow === frame.sweep);
  const all = carried.length === views.length;
  const begun = views.some(({ flow }) => flow !== "none");
  return {
    id,
    local: ready ? derivativeBy(drawn, parts, group) : null,
    flow: all ? frame.sweep : begun ? "forward" : "none",
    hot: views.some(({ hot }) => hot),
    product: null,
  };
}

/** Of what the group hands on, by what enters it here; null where that is more than one value.
 * @param {Drawn} drawn @param {number[]} parts @param {Group} group @returns {Local} */
function derivativeBy({ whole }, parts, { inputs, derivatives, outputs, output, title }) {
  // What was gathered may hand on many values; the slope of one of them would not speak for all.
  if (title && outputs.length > 1) return null;
  const sources = new Set(parts.map((part) => whole.edges[part]?.source ?? -1));
  const [source] = sources;
  if (source === undefined || sources.size > 1) return null;
  return derivatives?.[outputs.indexOf(output)]?.[inputs.indexOf(source)] ?? null;
}
