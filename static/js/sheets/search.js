// The search: a text, what it finds, and the way to it on the graph, which unfolds there.

/** @import { Store } from "../store.js" */
/** @import { Hit } from "../model/search.js" */
import { turned, unfolded } from "../model/document/folds.js";
import { around, hitsOf, outlineOf } from "../model/search.js";
import { html, set, write } from "../view/element.js";
import { dialogIn } from "./dialog.js";

/** @param {HTMLDialogElement} place @param {Store} store
 * @param {{ redraw: (document: import("../types.js").Document) => Promise<void>,
 *   focus: (node: number) => void }} asks */
export function searchIn(place, store, { redraw, focus }) {
  const dialog = dialogIn(place);
  const box = html("input", { type: "text", class: "search-box", role: "combobox" });
  const list = html("ul", { id: "search-hits", class: "search-hits", role: "listbox" });
  const found = html("p", { class: "quiet", role: "status" });
  set(box, { "aria-controls": list.id, "aria-autocomplete": "list", autocomplete: "off" });
  /** @type {import("../model/search.js").Row[]} what was found; before that, the outline */
  let rows = [];
  let at = 0;

  box.addEventListener("input", () => {
    at = 0;
    draw();
  });
  box.addEventListener("keydown", (event) => {
    const way = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (event.key === "Enter") go(rows[at]?.hit);
    else if (way !== undefined && rows.length > 0) mark((at + way + rows.length) % rows.length);
    else if (!turns(event.key, rows[at])) return;
    event.preventDefault();
  });

  function draw() {
    const { answer } = store.state;
    const empty = box.value.trim() === "";
    if (answer) rows = empty ? outlineOf(answer) : hitsOf(answer, box.value).map(asRow);
    list.replaceChildren(...rows.map(row));
    set(box, { "aria-expanded": String(rows.length > 0) });
    tell(empty);
    mark(Math.min(at, Math.max(0, rows.length - 1)));
  }

  /** @param {boolean} empty whether nothing is looked for yet */
  function tell(empty) {
    const { words } = store.state;
    const outline = rows.length > 0 ? words("search.outline.how") : "";
    set(list, { "aria-label": words(empty ? "search.outline" : "search.hits") });
    write(found, empty ? outline : words("search.found", { n: rows.length }));
  }

  /** What the arrows to the sides do in the outline: fold a group and unfold it.
   * @param {string} key @param {import("../model/search.js").Row | undefined} row
   * @returns {boolean} whether there was something to do */
  function turns(key, row) {
    const { answer, document } = store.state;
    const group = row?.hit.group ?? null;
    if (!answer || box.value !== "" || !row || group === null) return false;
    if (key !== (row.open ? "ArrowLeft" : "ArrowRight")) return false;
    redraw(turned(document, answer.trace.graph, group)).then(draw);
    return true;
  }

  /** @param {import("../model/search.js").Row} row @param {number} index */
  function row({ hit, depth, open }, index) {
    const { words } = store.state;
    const nodes = words("search.nodes", { n: hit.about });
    const item = html(
      "li",
      { id: `search-hit-${index}`, role: "option", class: open === null ? null : "outline" },
      html(
        "span",
        { class: "quiet" },
        open === null ? words(`search.${hit.kind}`) : open ? "−" : "+",
      ),
      html("b", {}, hit.name),
      open === null ? html("code", {}, hit.about) : html("span", { class: "quiet" }, nodes),
    );
    item.style.setProperty("--depth", `${depth}`);
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
      dialog.fill(words, words("search.title"), box, found, list);
      box.value = "";
      at = 0;
      draw();
      dialog.show();
      box.focus();
    },
  };
}

/** @param {Hit} hit @returns {import("../model/search.js").Row} */
function asRow(hit) {
  return { hit, depth: 0, open: null };
}
