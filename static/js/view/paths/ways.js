// The list of paths: pointing at one lights it on the graph, and adding up plays them all.

/** @import { Store } from "../../store.js" */
/** @import { Graph, PathItem, PathsAnswer, State, Walk } from "../../types.js" */
import { namesOnly } from "../../model/document/preferences.js";
import { additionOf, productOf, shareOf, wayOf } from "../../model/listing.js";
import { html, join, set, style, write } from "../element.js";
import { icon } from "../icons.js";
import { typeset } from "../math/typeset.js";

/** @typedef {{ item: PathItem, at: number }} Way */

/** @param {Store} store @param {() => void} more */
export function waysIn(store, more) {
  const list = html("ol", { class: "ways" });
  const add = html("button", { type: "button", class: "button add" }, icon("play"), html("span"));
  const total = html("p", { class: "running" });
  const rest = html("button", { type: "button", class: "link more" });
  const foot = html("div", { class: "ways-foot" }, add, total, rest);
  const element = html("section", { class: "listing" }, list, foot);
  /** The path that stays lit when nothing is pointed at. @type {number | null} */
  let pinned = null;

  rest.addEventListener("click", more);
  add.addEventListener("click", () => {
    const { walk } = store.state;
    const playing = walk?.kind === "add" && walk.playing;
    store.update({
      walk: playing ? { ...walk, playing: false } : { kind: "add", at: 0, playing: true },
    });
  });
  for (const [event, lit] of /** @type {const} */ ([
    ["pointerover", true],
    ["focusin", true],
    ["pointerleave", false],
    ["focusout", false],
  ])) {
    list.addEventListener(event, ({ target }) => point(lit ? indexOf(target) : pinned));
  }
  list.addEventListener("click", ({ target }) => {
    const at = indexOf(target);
    pinned = pinned === at ? null : at;
    point(pinned ?? at);
  });

  /** @param {number | null} at */
  function point(at) {
    if (store.state.walk?.playing) return;
    store.update({ walk: at === null ? null : { kind: "path", at, playing: false } });
  }

  return {
    element,
    /** @param {State} state @param {PathsAnswer} found */
    draw({ words, answer, walk }, found) {
      const graph = /** @type {Graph} */ (answer?.trace.graph);
      const ways = found.items.map((item, at) => ({ item, at }));
      set(list, { "aria-label": words("paths.list") });
      join(list, ways, {
        key: ({ item }) => item.edges.join(" "),
        make: () => wayRow(),
        update: (row, way) => drawRow(row, way, { graph, items: found.items, walk }),
      });
      const adds = walk?.kind === "add";
      const sums = found.items.length > 1 && found.items[0]?.product !== null;
      set(add, { hidden: !sums });
      write(add.lastElementChild, words(adds && walk.playing ? "paths.stop" : "paths.add"));
      write(total, adds ? additionOf(found.items, walk.at) : "");
      set(rest, { hidden: found.next_cursor === null });
      write(rest, words("paths.more"));
    },
  };
}

function wayRow() {
  return html(
    "li",
    {},
    html(
      "button",
      { type: "button", class: "way" },
      html("span", { class: "where" }),
      html("span", { class: "product" }),
      html("span", { class: "bar" }),
    ),
  );
}

/** @param {HTMLElement} row @param {Way} way @param {{ graph: Graph, items: PathItem[], walk: Walk | null }} among */
function drawRow(row, { item, at }, { graph, items, walk }) {
  set(row, { "data-at": at, class: marksOf(walk, at) });
  const button = /** @type {HTMLElement} */ (row.firstElementChild);
  const [where, product, bar] = /** @type {HTMLElement[]} */ ([...button.children]);
  if (!where || !product || !bar) return;
  write(where, wayOf(graph, item));
  style(bar, "--share", String(shareOf(items, at)));
  set(button, { "data-sign": signOf(item) });
  if (item.product === null) matrix(product, item);
  else write(product, productOf(item));
}

/** @param {Walk | null} walk @param {number} at */
function marksOf(walk, at) {
  if (walk === null || walk.kind === "fold") return "";
  const added = walk.kind === "add" && at <= walk.at;
  return [walk.at === at && "lit", added && "added"].filter(Boolean).join(" ");
}

/** @param {PathItem} item */
function signOf({ product }) {
  if (product === null || namesOnly()) return null;
  return String(product).startsWith("-") ? "minus" : "plus";
}

/** Between tensors: what the path contributes, in matrix form.
 * @param {Element} place @param {PathItem} item */
function matrix(place, { latex }) {
  if (place.getAttribute("data-latex") === latex) return;
  set(place, { "data-latex": latex });
  place.replaceChildren(latex ? typeset(latex, latex) : "");
}

/** @param {EventTarget | null} target */
function indexOf(target) {
  const row = target instanceof Element ? target.closest("li") : null;
  const at = row?.getAttribute("data-at");
  return at ? Number(at) : null;
}
