// The chain rule at one node: symbols, then numbers. Pointing at a product lights its edge.

/** @import { Term } from "../../model/steps/chain.js" */
/** @import { Frame, NodeView, State, Words } from "../../types.js" */
/** @import { Reading } from "./inspector.js" */
/** @import { Store } from "../../store.js" */
import { movingOf } from "../../model/document/mode.js";
import { moreThan, show, showFactor } from "../../model/numbers/numbers.js";
import { edgeAt, partial, productsOf, termsOf } from "../../model/steps/chain.js";
import { html, set } from "../element.js";
import { mathText } from "../math/math.js";

const MOST_TERMS = 8;
/** Of one product: longer ones are set smaller. */
const LONG = 24;

/** @type {Reading} */
export function chainRule({ state, frame, subject, store }) {
  const { answer, words } = state;
  const { node, edge } = subject;
  const view = frame.node(node.id);
  if (!answer || !view || node.kind === "constant") return null;
  const end = endOf(state, frame);
  const symbol = derivative(frame, node.name, end);
  const { history } = answer;
  const all = productsOf(history, node.id);
  const places = edge ? all.filter((at) => edgeAt(history.course, at) === edge.id) : all;
  const terms = termsOf(history, frame, places.slice(0, MOST_TERMS));
  const start = edge ? "" : `${symbol} = `;
  const more = places.length > MOST_TERMS ? `+ … (${places.length})` : "";
  const symbols = line(store, start, terms, more, (term) => symbolsOf(frame, term, end, node.name));
  const numbers = frame.phase === frame.sweep && line(store, "= ", terms, more, numbersOf);
  const total = edge ? null : totalLine(view, symbol, terms.length > 0, words);
  const long = (symbols?.textContent?.length ?? 0) > LONG * Math.min(terms.length, 2);
  return html(
    "div",
    { class: `block formula ${frame.sweep}${long ? " long" : ""}` },
    symbols,
    numbers,
    total,
  );
}

/** @param {Store} store @param {string} start @param {Term[]} terms @param {string} more after them
 * @param {(term: Term, first: boolean) => Node[]} parts */
function line(store, start, terms, more, parts) {
  if (terms.length === 0) return null;
  const products = terms.map((term, i) => {
    const sign = i === 0 ? start : "+ ";
    return html(
      "span",
      { class: "summand" },
      ...mathText(sign),
      product(store, term, parts(term, i === 0)),
      " ",
    );
  });
  return html("p", {}, ...products, more);
}

/** @param {NodeView} view @param {string} symbol @param {boolean} sum whether a sum stands above @param {Words} words */
function totalLine(view, symbol, sum, words) {
  if (view.barren) return html("p", {}, ...mathText(symbol), words("slope.none"));
  const known = view.gradient !== null && (view.complete || !sum);
  if (!known) return sum ? null : html("p", {}, ...mathText(symbol), words("slope.waiting"));
  const start = sum ? "= " : `${symbol} = `;
  return html(
    "p",
    {},
    ...mathText(start),
    html("span", { class: "gradient", title: moreThan(view.gradient) }, show(view.gradient)),
  );
}

/** What all derivatives are of, or in forward mode: by. @param {State} state @param {Frame} frame */
function endOf({ answer, document }, { sweep }) {
  if (!answer) return "";
  const { graph } = answer.trace;
  if (sweep === "tangent") return movingOf(document, answer.inputs) ?? "";
  return graph.nodes[graph.output]?.name ?? "";
}

/** @param {Frame} frame @param {string} name @param {string} end */
function derivative({ sweep }, name, end) {
  return sweep === "tangent" ? partial(name, end) : partial(end, name);
}

/** @param {Frame} frame @param {Term} term @param {string} end @param {string} name */
function symbolsOf(frame, { user }, end, name) {
  const [of, by] = frame.sweep === "tangent" ? [name, user.name] : [user.name, name];
  return [upstream(derivative(frame, user.name, end)), dot(), local(partial(of, by))];
}

/** @param {Term} term @param {boolean} first */
function numbersOf(term, first) {
  if (!term.arrived) return [document.createTextNode("…")];
  const before = first ? show(term.upstream) : showFactor(term.upstream); // no sign after a +
  const [one, other] = [upstream(before), local(showFactor(term.local))];
  set(one, { title: moreThan(term.upstream) });
  set(other, { title: moreThan(term.local) });
  return [one, dot(), other];
}

/** @param {string} text */
function upstream(text) {
  return html("span", { class: "upstream" }, ...mathText(text));
}

/** @param {string} text */
function local(text) {
  return html("span", { class: "local" }, ...mathText(text));
}

function dot() {
  return document.createTextNode(" · ");
}

/** @param {Store} store @param {Term} term @param {Node[]} parts */
function product(store, term, parts) {
  const { id } = term.edge;
  const text = parts.map((part) => part.textContent).join("");
  const key = `factor ${id} ${text}`;
  const button = html("button", { type: "button", class: "factor", "data-key": key }, ...parts);
  const point = () => store.update({ pointed: id });
  const leave = () => store.update({ pointed: null });
  button.addEventListener("pointerenter", point);
  button.addEventListener("focus", point);
  button.addEventListener("pointerleave", leave);
  button.addEventListener("blur", leave);
  button.addEventListener("click", () => store.update({ selection: { kind: "edge", id } }));
  return button;
}
