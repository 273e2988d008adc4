// The table twin: every node and every number of the graph, as rows.

/** @import { Store } from "../store.js" */
/** @import { Frame, GraphNode, State } from "../types.js" */
import { partial } from "../model/steps/chain.js";
import { inputsOf, kindOf } from "../model/text/describe.js";
import { rankOf, show, showShape } from "../model/numbers/numbers.js";
import { edgesInto } from "../model/drawing/wiring.js";
import { html, join, set, write } from "./element.js";

const COLUMNS = ["name", "op", "inputs", "value", "local", "gradient"];

/** @param {HTMLElement} place @param {Store} store */
export function tableIn(place, store) {
  const head = html("tr", {}, ...COLUMNS.map(() => html("th", { scope: "col" })));
  const body = html("tbody");
  const table = html("table", { class: "twin" }, html("thead", {}, head), body);
  place.append(html("div", { class: "scroll", tabindex: 0 }, table));
  body.addEventListener("click", (event) => {
    const row = event.target instanceof Element ? event.target.closest("tr") : null;
    const id = row?.getAttribute("data-id");
    if (id) store.update({ selection: { kind: "node", id: Number(id) } });
  });

  return {
    /** @param {State} state @param {Frame} frame */
    draw(state, frame) {
      const { answer, words } = state;
      if (place.hidden || !answer) return;
      const { graph } = answer.trace;
      set(table, { "aria-label": words("table.title") });
      set(/** @type {Element} */ (place.firstElementChild), {
        "aria-label": words("table.title"),
        role: "group",
      });
      for (const [i, cell] of [...head.children].entries())
        write(cell, words(`table.${headOf(COLUMNS[i] ?? "", frame)}`));
      join(body, graph.nodes, {
        key: (node) => `${node.id}`,
        make: () =>
          html("tr", {}, html("th", { scope: "row" }), ...COLUMNS.slice(1).map(() => html("td"))),
        update(row, node) {
          set(row, { "data-id": node.id, class: rowClass(state, frame, node.id) });
          const texts = cells(state, frame, node);
          for (const [i, cell] of [...row.children].entries()) write(cell, texts[i] ?? "");
        },
      });
    },
  };
}

/** @param {string} column @param {Frame} frame */
function headOf(column, { sweep }) {
  return column === "gradient" && sweep === "tangent" ? sweep : column;
}

/** @param {State} state @param {Frame} frame @param {number} id */
function rowClass({ selection }, { node, phase }, id) {
  const chosen = selection?.kind === "node" && selection.id === id;
  return [node(id)?.hot && `hot ${phase}`, chosen && "selected"].filter(Boolean).join(" ");
}

/** @param {State} state @param {Frame} frame @param {GraphNode} node @returns {string[]} */
function cells({ answer, words }, frame, node) {
  const view = frame.node(node.id);
  if (!answer || !view) return [];
  const { graph } = answer.trace;
  const shape = rankOf(node) > 0 ? ` ${showShape(node.shape)}` : "";
  const locals = edgesInto(graph, node.id).flatMap((edge) => {
    const local = show(frame.edge(edge.id)?.local);
    const source = graph.nodes[edge.source]?.name ?? "";
    return local === "" ? [] : [`${partial(node.name, source)} = ${local}`];
  });
  return [
    node.name,
    `${kindOf(node, words)}${shape}`,
    inputsOf(graph, node.id)
      .map((each) => each.name)
      .join(", "),
    show(view.value) || "·",
    locals.join(", "),
    view.barren ? "–" : show(view.gradient) || "·",
  ];
}
