// A step as the drawn graph shows it: a folded group is hot while anything in it is, and the edges
// into it carry the derivative of the whole group.

/** @import { Drawn, Edge, EdgeView, Frame, Group, Local } from "../../types.js" */
/** @import { Seen } from "../steps/kept.js" */
import { kept, seenOf } from "../steps/kept.js";

/** What is shown of each card and each drawn edge, by number.
 * @typedef {Pick<Frame, "node" | "edge">} Views */

/** @type {WeakMap<Drawn, Seen>} */
const shown = new WeakMap();

/** @param {Frame} frame @param {Drawn} drawn @returns {Views} */
export function projected(frame, drawn) {
  const { folded, owner, merged } = drawn;
  if (folded.size === 0) return frame;
  const seen = seenOf(shown, drawn);
  const now = frame.now && (owner.get(frame.now.node) ?? frame.now.node);
  return {
    node(id) {
      const view = frame.node(id);
      const hot = view && now === id && folded.has(id) && !view.hot;
      return hot ? kept(seen.nodes, { ...view, hot }) : view;
    },
    edge(id) {
      const target = drawn.whole.edges[id]?.target ?? -1;
      const group = folded.get(owner.get(target) ?? target);
      const parts = merged.get(id);
      if (!group || !parts) return frame.edge(id);
      return kept(seen.edges, edgeView(frame, drawn, id, parts, group));
    },
  };
}

/** @param {Frame} frame @param {Drawn} drawn @param {number} id @param {number[]} parts @param {Group} group @returns {EdgeView} */
function edgeView(frame, drawn, id, parts, group) {
  const flows = new Set(parts.map(frame.flow));
  const begun = flows.size > 1 || !flows.has("none");
  const all = flows.size === 1 && flows.has(frame.sweep);
  return {
    id,
    local: frame.value(group.output) === null ? null : derivativeBy(drawn, parts, group),
    flow: all ? frame.sweep : begun ? "forward" : "none",
    hot: parts.some((part) => isHot(frame, drawn.whole.edges[part])),
    product: null,
  };
}

/** Whether this step is about an edge. @param {Frame} frame @param {Edge | undefined} edge */
function isHot({ now }, edge) {
  if (now?.kind === "compute") return edge?.target === now.node;
  return now !== null && "edge" in now && edge?.id === now.edge;
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
