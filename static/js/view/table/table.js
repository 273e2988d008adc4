// The table twin: every node and every number of the graph, as rows, in the order that is wanted.

/** @import { Store } from "../../store.js" */
/** @import { Frame, State } from "../../types.js" */
/** @import { Order } from "../../model/text/twin.js" */
import {
  COLUMNS,
  cellsOf,
  isNumeric,
  knownOf,
  matching,
  ordered,
  sharesOf,
} from "../../model/text/twin.js";
import { asLatex, asMarkdown, asTsv } from "../../model/text/written.js";
import { html, join, set, write } from "../element.js";
import { copyRow } from "../inspector/copying.js";
import { remembering } from "../remembering.js";
import { filterIn } from "./filter.js";
import { makeRow, updateRow } from "./row.js";
import { rowsInSight } from "./sight.js";

/** @param {HTMLElement} place @param {Store} store */
export function tableIn(place, store) {
  /** @type {Order | null} */
  let order = null;
  const filter = filterIn(again);
  const head = html("tr", {}, ...COLUMNS.map((_, by) => headCell(() => orderBy(by))));
  const body = html("tbody");
  const table = html("table", { class: "twin" }, html("thead", {}, head), body);
  const copies = html("div", { class: "twin-copies" });
  const scroll = html("div", { class: "scroll", tabindex: 0, role: "group" }, table, copies);
  const sight = rowsInSight(scroll, table, body, again);
  place.append(filter.element, scroll);
  body.addEventListener("click", (event) => {
    const row = event.target instanceof Element ? event.target.closest("tr") : null;
    const id = row?.getAttribute("data-id");
    if (id) store.update({ selection: { kind: "node", id: Number(id) } });
  });
  /** What is on show. @type {{ state: State, frame: Frame } | null} */
  let latest = null;
  let spoken = "";
  const changed = remembering();
  const asked = remembering();
  let known = knownOf(store.state);
  /** As they stand there, in sight or not. @type {readonly import("../../types.js").GraphNode[]} */
  let nodes = [];

  /** The same column turns round, and then is let go. @param {number} by */
  function orderBy(by) {
    if (order?.by !== by) order = { by, back: false };
    else order = order.back ? null : { by, back: true };
    again();
  }

  function again() {
    if (latest) draw(latest.state, latest.frame);
  }

  /** @param {State} state @param {Frame} frame */
  function draw(state, frame) {
    const { answer, words, selection, symbolic, check, form } = state;
    if (place.hidden || !answer) return;
    latest = { state, frame };
    if (asked([answer, symbolic, check, form, words])) known = knownOf(state);
    if (!changed([answer, frame, words, selection, known, order, filter.text, sight.key()])) return;
    drawHead(state, frame);
    speak(state);
    drawRows(answer.trace.graph, state, frame);
  }

  /** @param {State} state @param {Frame} frame */
  function drawHead(state, frame) {
    set(table, { "aria-label": state.words("table.title") });
    set(scroll, { "aria-label": state.words("table.title") });
    for (const [by, cell] of [...head.children].entries()) {
      const [button = null] = cell.children;
      write(button, nameOf(by, state, frame));
      set(cell, { "aria-sort": sortOf(order, by) });
    }
  }

  /** @param {import("../../types.js").Graph} graph @param {State} state @param {Frame} frame */
  function drawRows(graph, state, frame) {
    const { words } = state;
    const found = matching(graph, graph.nodes, words, filter.text);
    const share = sharesOf(graph, frame);
    filter.draw(state, found.length, graph.nodes.length);
    nodes = ordered(graph, frame, words, order, found, known);
    const unprinted = (/** @type {number} */ n) => words("table.unprinted", { n });
    join(body, sight.of(nodes, unprinted), {
      key: ({ item }) => `${item.id}`,
      make: makeRow,
      update(row, { item, at }) {
        set(row, { "aria-rowindex": at + 2 });
        updateRow(row, item, { state, frame, graph, known, share: share(item) });
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

  /** All of them, under their head. */
  function rows() {
    const names = [...head.cells].map((cell) => cell.textContent ?? "");
    if (!latest?.state.answer) return [names];
    const { state, frame } = latest;
    const { graph } = latest.state.answer.trace;
    return [names, ...nodes.map((node) => cellsOf(graph, frame, node, state.words, known))];
  }

  return { draw };
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
  return order.back === isNumeric(by) ? "ascending" : "descending";
}
