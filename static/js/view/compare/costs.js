// What both modes take on this graph: passes, arithmetic, memory; which is cheaper; and the Jacobian.

/** @import { Store } from "../../store.js" */
/** @import { Comparison, State, Value } from "../../types.js" */
import { candidates, rowsOf, toggled } from "../../model/comparing.js";
import { show } from "../../model/numbers/numbers.js";
import { showWhole } from "../../model/numbers/wholes.js";
import { partial } from "../../model/steps/chain.js";
import { html, join, set, write } from "../element.js";
import { icon } from "../icons.js";
import { mathText } from "../math/math.js";

const MEASURES = /** @type {const} */ (["passes", "multiplications", "additions", "stored"]);

/** @param {Store} store @param {{ race: () => void }} asks */
export function costsIn(store, { race }) {
  const title = html("h2");
  const start = html(
    "button",
    { type: "button", class: "button race" },
    icon("play"),
    html("span"),
  );
  const rows = html("div", { class: "rows-choice", role: "group" });
  const label = html("span", { class: "quiet" });
  const table = html("table", { class: "counter costs" });
  const verdict = html("p", { class: "verdict", role: "status" });
  const jacobian = html("table", { class: "jacobian" });
  const element = html(
    "section",
    { class: "costs-block" },
    html("div", { class: "head" }, title, start),
    html("div", { class: "rows-line" }, label, rows),
    table,
    verdict,
    jacobian,
  );
  start.addEventListener("click", race);
  rows.addEventListener("click", ({ target }) => {
    const name =
      target instanceof Element ? target.closest("button")?.getAttribute("data-row") : null;
    if (name) store.update({ rows: toggled(rowsOf(store.state), name) });
  });

  return {
    element,
    /** @param {State} state */
    draw(state) {
      const { answer, words, compare } = state;
      if (!answer) return;
      write(title, words("compare.here"));
      write(start.lastElementChild, words("compare.race"));
      write(label, words("compare.outputs"));
      set(rows, { "aria-label": words("compare.outputs") });
      const chosen = rowsOf(state);
      join(rows, candidates(answer.trace.graph.nodes), {
        key: ({ name }) => name,
        make: ({ name }) =>
          html("button", { type: "button", class: "chip", "data-row": name }, name),
        update: (chip, { name }) => set(chip, { "aria-pressed": String(chosen.includes(name)) }),
      });
      const found = compare?.answer ?? null;
      set(table, { hidden: !found });
      if (!found) return write(verdict, compare?.message ?? "");
      drawTable(table, found, words);
      write(verdict, verdictOf(found, words));
      drawJacobian(jacobian, found, words);
    },
  };
}

/** @param {HTMLElement} table @param {Comparison} found @param {State["words"]} words */
function drawTable(table, found, words) {
  const heads = ["", words("side.tangent"), words("side.reverse")];
  const less = (/** @type {number} */ a, /** @type {number} */ b) => (a < b ? "less" : null);
  table.replaceChildren(
    html(
      "thead",
      {},
      html(
        "tr",
        {},
        ...heads.map((text) => (text ? html("th", { scope: "col" }, text) : html("td"))),
      ),
    ),
    html(
      "tbody",
      {},
      ...MEASURES.map((measure) => {
        const [forward, reverse] = [found.forward[measure], found.reverse[measure]];
        return html(
          "tr",
          {},
          html("th", { scope: "row" }, words(`measure.${measure}`)),
          html("td", { class: less(forward, reverse) }, showWhole(forward)),
          html("td", { class: less(reverse, forward) }, showWhole(reverse)),
        );
      }),
    ),
  );
}

/** @param {Comparison} found @param {State["words"]} words */
function verdictOf({ inputs, outputs, cheaper }, words) {
  const count = (/** @type {{ numbers: number }[]} */ ends) =>
    ends.reduce((sum, { numbers }) => sum + numbers, 0);
  return words(`cheaper.${cheaper}`, {
    inputs: showWhole(count(inputs)),
    outputs: showWhole(count(outputs)),
  });
}

/** Rows are outputs, columns inputs: what a pass of reverse mode finds, and one of forward mode.
 * @param {HTMLElement} table @param {Comparison} found @param {State["words"]} words */
function drawJacobian(table, { jacobian, inputs }, words) {
  set(table, { hidden: !jacobian, "aria-label": words("compare.jacobian") });
  if (!jacobian) return;
  const names = inputs.map(({ name }) => name);
  table.replaceChildren(
    html(
      "thead",
      {},
      html(
        "tr",
        {},
        html("td"),
        ...names.map((name) => html("th", { scope: "col" }, ...mathText(`∂/∂${name}`))),
      ),
    ),
    html(
      "tbody",
      {},
      ...jacobian.map(({ name, gradients }) =>
        html(
          "tr",
          {},
          html("th", { scope: "row" }, ...mathText(name)),
          ...names.map((input) => cell(gradients[input] ?? null, partial(name, input))),
        ),
      ),
    ),
  );
}

/** @param {Value | null} value @param {string} symbol */
function cell(value, symbol) {
  return html("td", { title: symbol }, show(value));
}
