// All digits of the numbers in the graph, as the tip of the card or edge under the pointer.

/** @import { Store } from "../../store.js" */
/** @import { Answer, Local } from "../../types.js" */
import { namesOnly } from "../../model/document/preferences.js";
import { frameOf } from "../../model/steps/frame.js";
import { moreThan, show } from "../../model/numbers/numbers.js";
import { partial } from "../../model/steps/chain.js";
import { noteOf } from "../../model/text/line-nodes.js";
import { svg, write } from "../element.js";

/** @param {Store} store @returns {(target: EventTarget | null) => void} */
export function exactlyIn(store) {
  return (target) => {
    const element = target instanceof Element ? target.closest(".card, .edge") : null;
    const { answer, playback } = store.state;
    if (!element || !answer) return;
    const frame = frameOf(answer.history, playback.step);
    const tell = element.matches(".card") ? ofCard : ofEdge;
    tip(element, unlessNamed(tell(element, answer, frame)));
  };

  /** @param {Element} card @param {Answer} answer @param {import("../../types.js").Frame} frame */
  function ofCard(card, { trace, document }, frame) {
    const { words } = store.state;
    const name = card.getAttribute("data-node");
    const node = trace.graph.nodes.find((each) => each.name === name);
    const view = node && frame.node(node.id);
    if (!view) return "";
    const slope = frame.sweep === "tangent" ? "label.tangent" : "label.gradient";
    const { value, gradient } = view;
    return [
      node.name,
      value === null ? "" : words("label.value", { value: digits(value) }),
      gradient === null ? "" : words(slope, { value: digits(gradient) }),
      noteOf(trace.graph, document, node),
    ]
      .filter(Boolean)
      .join("\n");
  }
}

/** @param {Element} line @param {Answer} answer @param {import("../../types.js").Frame} frame */
function ofEdge(line, { trace }, frame) {
  const { nodes, edges } = trace.graph;
  const edge = edges[Number(line.getAttribute("data-id"))];
  const local = edge && frame.edge(edge.id)?.local;
  if (!edge || local === null || local === undefined) return "";
  const symbol = partial(nodes[edge.target]?.name ?? "", nodes[edge.source]?.name ?? "");
  return `${symbol} = ${digits(local)}`;
}

/** Among names only a pointer does not give away what is asked for. @param {string} text */
function unlessNamed(text) {
  return namesOnly() ? "" : text;
}

/** @param {Local} value */
function digits(value) {
  return moreThan(value) ?? show(value);
}

/** A card is told as a whole; of an edge, the broad path around its line is what a pointer meets.
 * @param {Element} element @param {string} text */
function tip(element, text) {
  const place = element.matches(".card") ? element : element.querySelector(".reach");
  if (!place) return;
  const title = place.querySelector(":scope > title") ?? place.appendChild(svg("title"));
  write(title, text);
}
