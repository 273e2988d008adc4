// Where the paths begin and where they end: two choices among the nodes.

/** @import { Store } from "../../store.js" */
/** @import { GraphNode, State } from "../../types.js" */
import { between, routeOf } from "../../model/document/route.js";
import { html, join, set, write } from "../element.js";
import { icon } from "../icons.js";
import { openDrawer } from "../page/tabs.js";

/** @param {Store} store */
export function endsIn(store) {
  const from = choice("from");
  const to = choice("to");
  const element = html("div", { class: "ends" }, from.element, to.element);
  for (const each of [from, to]) {
    each.select.addEventListener("change", () => {
      store.update({ route: { from: from.select.value, to: to.select.value }, walk: null });
    });
  }
  return {
    element,
    /** @param {State} state */
    draw(state) {
      const { answer, words } = state;
      const route = routeOf(state);
      if (!answer || !route) return;
      const nodes = answer.trace.graph.nodes.filter(({ kind }) => kind !== "constant");
      from.draw(nodes, route.from, words);
      to.draw(nodes, route.to, words);
    },
  };
}

/** @param {"from" | "to"} end */
function choice(end) {
  const select = html("select", { class: "button" });
  const label = html("span");
  const element = html("label", {}, label, html("span", { class: "choose" }, select, icon("down")));
  return {
    element,
    select,
    /** @param {GraphNode[]} nodes @param {string} chosen @param {State["words"]} words */
    draw(nodes, chosen, words) {
      write(label, words(`paths.${end}`));
      set(select, { "aria-label": words(`paths.end.${end}`) });
      join(select, nodes, {
        key: ({ name }) => name,
        make: ({ name }) => html("option", { value: name }, name),
        update: (option, { name }) => set(option, { value: name }),
      });
      select.value = chosen;
    },
  };
}

/** The derivative between the node that is chosen and another one; a first node is only chosen.
 * @param {Store} store @param {number} node */
export function choosePair(store, node) {
  const { selection, answer } = store.state;
  if (!answer) return;
  if (selection?.kind !== "node" || selection.id === node) {
    store.update({ selection: { kind: "node", id: node } });
    return;
  }
  store.update({ route: between(answer.trace.graph, selection.id, node), walk: null });
  openDrawer(store, "paths");
}
