// The derivative of the output by an input, in closed form.

/** @import { Store } from "../../store.js" */
/** @import { Answer, State, Symbolic } from "../../types.js" */
/** @import { Reading } from "./inspector.js" */
import { partial } from "../../model/steps/chain.js";
import { isTable, symbolicKey } from "../../model/steps/subject.js";
import { html } from "../element.js";
import { icon } from "../icons.js";
import { mathText } from "../math/math.js";
import { typeset } from "../math/typeset.js";
import { remembering } from "../remembering.js";
import { copyButtons } from "./copying.js";

const FORMS = /** @type {const} */ (["simplified", "expanded", "factored"]);
/** Longer ones, as text, are set smaller. */
const LONG = 60;

/** @type {Reading} */
export function closedForm({ state, subject, store }) {
  const { answer, symbolic, words } = state;
  if (!answer || subject.edge || subject.node.kind !== "input") return null;
  if (isTable(answer.trace, subject.node)) return null;
  const { graph } = answer.trace;
  const symbol = partial(graph.nodes[graph.output]?.name ?? "", subject.node.name);
  const found = symbolic?.key === symbolicKey(state) ? symbolic : null;
  const formula = found?.answer?.derivatives[subject.node.name];
  if (formula) {
    const note = noteOf(answer, found?.answer ?? null);
    const last = lastOf(store);
    if (last.changed([formula, symbol, note, state.form, words]))
      last.block = madeOf(formula, symbol, note, state, store);
    return last.block;
  }
  const says = html("p", { class: "quiet" }, insteadOf(found, symbol, words));
  const chosen = state.form !== FORMS[0]; // then it may be that another form can be had
  return block(says, ...(chosen ? [html("p", {}, formChoice(state, store))] : []));
}

/** @typedef {{ changed: (now: unknown[]) => boolean, block: HTMLElement | null }} Last */

/** The formula stays while values change, and it may be long: it is set once. @type {WeakMap<Store, Last>} */
const shown = new WeakMap();

/** @param {Store} store */
function lastOf(store) {
  const last = shown.get(store) ?? { changed: remembering(), block: null };
  shown.set(store, last);
  return last;
}

/** @param {import("../../types.js").Formula} formula @param {string} symbol @param {string | null} note
 * @param {State} state @param {Store} store */
function madeOf(formula, symbol, note, state, store) {
  const math = typeset(formula.latex, formula.text);
  math.classList.toggle("long", formula.text.length > LONG);
  const start = html("span", { class: "symbol" }, ...mathText(`${symbol} = `));
  const below = [formChoice(state, store), copyButtons(formula, state.words)];
  return block(start, math, ...(note ? [html("p", { class: "quiet" }, note)] : []), ...below);
}

/** Why the formulas are not in the form that was asked for; where one is missing, it is about that.
 * @param {Answer} answer @param {Symbolic | null} found */
function noteOf({ inputs }, found) {
  const all = inputs.every(({ name }) => found?.derivatives[name]);
  return all ? (found?.note ?? null) : null;
}

/** @param {State} state @param {Store} store */
function formChoice({ words, form }, store) {
  const options = FORMS.map((each) =>
    html("option", { value: each, selected: each === form }, words(`formula.${each}`)),
  );
  const name = words("formula.form");
  const box = html("select", { class: "button", "aria-label": name, "data-key": "form" });
  box.append(...options);
  box.addEventListener("change", () =>
    store.update({ form: FORMS.find((each) => each === box.value) ?? "simplified" }),
  );
  return html("span", { class: "choose" }, box, icon("down"));
}

/** @param {State["symbolic"]} found @param {string} symbol @param {State["words"]} words */
function insteadOf(found, symbol, words) {
  const waiting = !found || (found.answer === null && found.message === "");
  if (waiting) return words("inspector.working", { symbol });
  return found.message || words("inspector.noClosedForm");
}

/** @param {HTMLElement[]} parts */
function block(...parts) {
  return html("div", { class: "block closed" }, ...parts);
}
