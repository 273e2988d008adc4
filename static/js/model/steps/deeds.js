// What there is to do with a card: the entries of its menu, in their order.

/** @import { Answer, GraphNode, State } from "../../types.js" */
import { pinsIn } from "../document/pins.js";
import { between } from "../document/route.js";
import { exact, rankOf } from "../numbers/numbers.js";
import { writtenAt } from "../text/spans.js";
import { partial } from "./chain.js";
import { frameOf } from "./frame.js";
import { breaksIn } from "./grain.js";

/** @typedef {"inspect" | "fold" | "pair" | "derive" | "track" | "go" | "stopValue" | "stopSlope" | "value" |
 *   "slope" | "written" | "back"} Name */
/** `on` is told of what can be on or off; `step` is where it leads; `text` is what is copied.
 * @typedef {{ name: Name, word: string, fields: Record<string, string>, on?: boolean, step?: number,
 *   text?: string }} Deed */
/** The group that the card stands for, or that it is in.
 * @typedef {{ label: string, folded: boolean } | null} Around */
/** @typedef {"inspector" | "paths" | "values" | "editor"} Place */

/** @param {Pick<State, "answer" | "document" | "selection" | "playback">} state @param {number} id
 * @param {{ group: Around, shows: (place: Place) => boolean }} page @returns {Deed[]} */
export function deedsOf(state, id, { group, shows }) {
  const { answer } = state;
  const node = answer?.trace.graph.nodes[id];
  if (!answer || !node) return [];
  return [
    ...(shows("inspector") ? [deed("inspect", "menu.inspect")] : []),
    ...folding(group),
    ...(shows("paths") ? pairing(state, answer, node) : []),
    ...(node.kind === "op" && node.id !== answer.trace.graph.output
      ? [deed("derive", "menu.derive", { fields: { name: node.name } })]
      : []),
    ...(shows("values") ? plotting(answer, node) : []),
    ...stopping(state, answer, node),
    ...copying(state, answer, node),
    ...(shows("editor") && writtenAt(answer.document.source, node.span)
      ? [deed("written", "where.title")]
      : []),
    ...(pinsIn(state.document).has(node.name) ? [deed("back", "menu.back")] : []),
  ];
}

/** @param {Name} name @param {string} word @param {Partial<Deed>} [more] @returns {Deed} */
function deed(name, word, more = {}) {
  return { name, word, fields: {}, ...more };
}

/** @param {Around} group */
function folding(group) {
  if (group === null) return [];
  const { label, folded } = group;
  return [deed("fold", folded ? "group.unfold" : "group.fold", { fields: { label } })];
}

/** The derivative between it and what is chosen, else the output.
 * @param {Pick<State, "selection">} state @param {Answer} answer @param {GraphNode} node */
function pairing(state, { trace: { graph } }, node) {
  const other = graph.nodes[partnerOf(state, graph.output, node.id)];
  if (!other || [node, other].some(({ kind }) => kind === "constant")) return [];
  const { from, to } = between(graph, node.id, other.id);
  return [deed("pair", "menu.pair", { fields: { symbol: partial(to, from) } })];
}

/** @param {Pick<State, "selection">} state @param {number} output @param {number} id
 * @returns {number} -1 where there is none */
export function partnerOf({ selection }, output, id) {
  if (selection?.kind === "node" && selection.id !== id) return selection.id;
  return output === id ? -1 : output;
}

/** @param {Answer} answer @param {GraphNode} node */
function plotting({ inputs, trace: { graph } }, node) {
  const output = graph.nodes[graph.output];
  const input = inputs.find((each) => each.node === node.id);
  if (!input || !output || rankOf(input) > 0 || rankOf(output) > 0) return [];
  return [deed("track", "menu.track", { fields: { output: output.name, name: input.name } })];
}

/** @param {Pick<State, "document">} state @param {Answer} answer @param {GraphNode} node */
function stopping({ document }, { history }, { id }) {
  const breaks = breaksIn(document);
  const value = history.computed[id] ?? 0;
  const slope = history.arrivals(id).at(-1)?.step ?? 0;
  return [
    ...(value > 0 ? [deed("go", "menu.go", { step: value }), stop("stopValue", value)] : []),
    ...(slope > 0 ? [stop("stopSlope", slope)] : []),
  ];

  /** @param {"stopValue" | "stopSlope"} name @param {number} step */
  function stop(name, step) {
    return deed(name, `menu.${name}`, { step, on: breaks.includes(step) });
  }
}

/** As far as it is on screen by now. @param {Pick<State, "playback">} state @param {Answer} answer
 * @param {GraphNode} node */
function copying({ playback }, { history }, { id }) {
  const view = frameOf(history, playback.step).node(id);
  const [value, slope] = [exact(view?.value ?? null), exact(view?.gradient ?? null)];
  return [
    ...(value === "" ? [] : [deed("value", "menu.value", { text: value })]),
    ...(slope === "" ? [] : [deed("slope", "menu.slope", { text: slope })]),
  ];
}
