// A row of the table twin: written anew only when what it shows is another one.

/** @import { Frame, Graph, GraphNode, State, Value } from "../../types.js" */
/** @import { Known } from "../../model/text/twin.js" */
import { edgesInto } from "../../model/drawing/wiring.js";
import { moreThan } from "../../model/numbers/numbers.js";
import { COLUMNS, cellsOf, isNumeric, numberIn } from "../../model/text/twin.js";
import { html, set, style, write } from "../element.js";

/** @typedef {{ state: State, frame: Frame, graph: Graph, known: Known, share: number }} About */

const GRADIENT = COLUMNS.indexOf("gradient");

/** What each row shows. @type {WeakMap<Element, unknown[]>} */
const drawn = new WeakMap();

export function makeRow() {
  return html("tr", {}, html("th", { scope: "row" }), ...COLUMNS.slice(1).map(() => html("td")));
}

/** @param {HTMLTableRowElement} row @param {GraphNode} node @param {About} about */
export function updateRow(row, node, about) {
  const { state, frame, graph, known, share } = about;
  const name = rowClass(state, frame, node.id);
  const locals = edgesInto(graph, node.id).map(({ id }) => frame.edge(id)?.local);
  const now = [node, frame.node(node.id), state.words, known, share, name, ...locals];
  const before = drawn.get(row);
  if (before?.length === now.length && now.every((each, i) => each === before[i])) return;
  drawn.set(row, now);
  set(row, { "data-id": node.id, class: name });
  const texts = cellsOf(graph, frame, node, state.words, known);
  for (const [i, cell] of [...row.cells].entries()) {
    write(cell, texts[i] ?? "");
    const column = COLUMNS[i];
    if (column && isNumeric(i)) tip(cell, numberIn(column, frame, node, known));
  }
  const cell = row.cells[GRADIENT];
  if (cell) style(cell, "--share", String(share));
}

/** All digits, under the pointer. @param {Element} cell @param {Value | null} value */
function tip(cell, value) {
  set(cell, { title: moreThan(value) });
}

/** @param {State} state @param {Frame} frame @param {number} id */
function rowClass({ selection }, { node, phase }, id) {
  const chosen = selection?.kind === "node" && selection.id === id;
  return [node(id)?.hot && `hot ${phase}`, chosen && "selected"].filter(Boolean).join(" ");
}
