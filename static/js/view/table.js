// The table twin: every node and every number of the graph, as rows, in the order that is wanted.

/** @import { Store } from "../store.js" */
/** @import { Frame, State } from "../types.js" */
/** @import { Order } from "../model/text/twin.js" */
import { moreThan } from "../model/numbers/numbers.js";
import { COLUMNS, asLatex, asMarkdown, asTsv, cellsOf, ordered } from "../model/text/twin.js";
import { copyRow } from "./inspector/copying.js";
import { html, join, set, write } from "./element.js";

/** @param {HTMLElement} place @param {Store} store */
export function tableIn(place, store) {
  /** @type {Order | null} */
  let order = null;
  const head = html("tr", {}, ...COLUMNS.map((_, by) => headCell(() => orderBy(by))));
  const body = html("tbody");
  const table = html("table", { class: "twin" }, html("thead", {}, head), body);
  const copies = html("div", { class: "twin-copies" });
  const scroll = html("div", { class: "scroll", tabindex: 0, role: "group" }, table, copies);
  place.append(scroll);
  body.addEventListener("click", (event) => {
    const row = event.target instanceof Element ? event.target.closest("tr") : null;
    const id = row?.getAttribute("data-id");
    if (id) store.update({ selection: { kind: "node", id: Number(id) } });
  });
  /** What is on show. @type {{ state: State, frame: Frame } | null} */
  let latest = null;
  let spoken = "";

  /** The same column turns round, and then is let go. @param {number} by */
  function orderBy(by) {
    if (order?.by !== by) order = { by, back: false };
    else order = order.back ? null : { by, back: true };
    if (latest) draw(latest.state, latest.frame);
  }

  /** @param {State} state @param {Frame} frame */
  function draw(state, frame) {
    const { answer, words } = state;
    if (place.hidden || !answer) return;
    latest = { state, frame };
    const { graph } = answer.trace;
    set(table, { "aria-label": words("table.title") });
    set(scroll, { "aria-label": words("table.title") });
    for (const [by, cell] of [...head.children].entries()) {
      const [button = null] = cell.children;
      write(button, nameOf(by, state, frame));
      set(cell, { "aria-sort": sortOf(order, by) });
    }
    speak(state);
    join(body, [...ordered(graph, frame, words, order)], {
      key: (node) => `${node.id}`,
      make: () =>
        html("tr", {}, html("th", { scope: "row" }), ...COLUMNS.slice(1).map(() => html("td"))),
      update(row, node) {
        set(row, { "data-id": node.id, class: rowClass(state, frame, node.id) });
        const texts = cellsOf(graph, frame, node, words);
        for (const [i, cell] of [...row.children].entries()) write(cell, texts[i] ?? "");
        const { value = null, gradient = null } = frame.node(node.id) ?? {};
        tip(row.cells[COLUMNS.indexOf("value")], value);
        tip(row.cells[COLUMNS.indexOf("gradient")], gradient);
      },
    });
  }

  /** @param {State} state */
  function speak({ words, language }) {
    if (spoken === language) return;
    spoken = language;
    const forms = /** @type {const} */ ([
      ["TSV", asTsv],
      ["Markdown", asMarkdown],
      ["LaTeX", asLatex],
    ]);
    const entries = forms.map(([name, write]) => ({ key: name, name, text: () => write(rows()) }));
    copies.replaceChildren(copyRow(entries, words));
  }

  /** As they are on screen, under their head. */
  function rows() {
    return [...table.rows].map((row) => [...row.cells].map((cell) => cell.textContent ?? ""));
  }

  return { draw };
}

/** All digits, under the pointer. @param {Element | undefined} cell
 * @param {import("../types.js").Value | null} value */
function tip(cell, value) {
  if (cell) set(cell, { title: moreThan(value) });
}

/** @param {() => void} press */
function headCell(press) {
  const button = html("button", { type: "button", class: "order" });
  button.addEventListener("click", press);
  return html("th", { scope: "col" }, button);
}

/** @param {number} by @param {State} state @param {Frame} frame */
function nameOf(by, { words }, { sweep }) {
  const column = COLUMNS[by] ?? "name";
  return words(`table.${column === "gradient" && sweep === "tangent" ? sweep : column}`);
}

/** @param {Order | null} order @param {number} by */
function sortOf(order, by) {
  if (order?.by !== by) return null;
  const numbers = COLUMNS[by] === "value" || COLUMNS[by] === "gradient";
  return order.back === numbers ? "ascending" : "descending";
}

/** @param {State} state @param {Frame} frame @param {number} id */
function rowClass({ selection }, { node, phase }, id) {
  const chosen = selection?.kind === "node" && selection.id === id;
  return [node(id)?.hot && `hot ${phase}`, chosen && "selected"].filter(Boolean).join(" ");
}
