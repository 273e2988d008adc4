// The search: a text, what it finds, and the way to it on the graph, which unfolds there.

/** @import { Store } from "../../store.js" */
/** @import { Hit } from "../../model/search.js" */
import { unfolded } from "../../model/document/folds.js";
import { around, hitsOf } from "../../model/search.js";
import { dialogIn } from "./dialog.js";
import { html, set, write } from "../element.js";

/** @param {HTMLDialogElement} place @param {Store} store
 * @param {{ redraw: (document: import("../../types.js").Document) => Promise<void>,
 *   focus: (node: number) => void }} asks */
export function searchIn(place, store, { redraw, focus }) {
  const dialog = dialogIn(place);
  const box = html("input", { type: "text", class: "search-box", role: "combobox" });
  const list = html("ul", { id: "search-hits", class: "search-hits", role: "listbox" });
  const found = html("p", { class: "quiet", role: "status" });
  set(box, { "aria-controls": list.id, "aria-autocomplete": "list", autocomplete: "off" });
  /** @type {Hit[]} */
  let hits = [];
  let at = 0;

  box.addEventListener("input", draw);
  box.addEventListener("keydown", (event) => {
    const way = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (event.key === "Enter") go(hits[at]);
    else if (way !== undefined && hits.length > 0) mark((at + way + hits.length) % hits.length);
    else return;
    event.preventDefault();
  });

  function draw() {
    const { answer, words } = store.state;
    hits = answer ? hitsOf(answer, box.value) : [];
    list.replaceChildren(...hits.map(row));
    set(box, { "aria-expanded": String(hits.length > 0) });
    write(found, box.value.trim() === "" ? "" : words("search.found", { n: hits.length }));
    mark(0);
  }

  /** @param {Hit} hit @param {number} index */
  function row(hit, index) {
    const kind = store.state.words(`search.${hit.kind}`);
    const item = html(
      "li",
      { id: `search-hit-${index}`, role: "option" },
      html("span", { class: "quiet" }, kind),
      html("b", {}, hit.name),
      html("code", {}, hit.about),
    );
    item.addEventListener("click", () => go(hit));
    return item;
  }

  /** @param {number} index */
  function mark(index) {
    at = index;
    for (const [i, item] of [...list.children].entries())
      set(item, { "aria-selected": String(i === at) });
    set(box, { "aria-activedescendant": list.children[at]?.id ?? null });
    list.children[at]?.scrollIntoView({ block: "nearest" });
  }

  /** Unfolds what hides it, chooses it, and looks at it. @param {Hit | undefined} hit */
  async function go(hit) {
    const { answer, document } = store.state;
    if (!hit || !answer) return;
    dialog.close();
    const { graph } = answer.trace;
    const hiding = around(graph.groups ?? [], hit).map(({ id }) => id);
    await redraw(unfolded(document, graph, hiding));
    store.update({ selection: { kind: "node", id: hit.node } });
    focus(store.state.answer?.drawn.owner.get(hit.node) ?? hit.node);
  }

  return {
    open() {
      const { words } = store.state;
      set(box, { "aria-label": words("search.label"), placeholder: words("search.label") });
      set(list, { "aria-label": words("search.hits") });
      dialog.fill(words, words("search.title"), box, found, list);
      box.value = "";
      draw();
      dialog.show();
      box.focus();
    },
  };
}
