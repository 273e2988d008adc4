// The menu of a card: by the right button, by the menu key, by a finger that rests; and a double click,
// which leads to the arithmetic: into a folded group, else to the numbers of the node.

/** @import { Store } from "../../store.js" */
/** @import { Deed, Name, Place } from "../../model/steps/deeds.js" */
/** @import { GraphView } from "./graph.js" */
import { listOf } from "../../model/document/fields.js";
import { withoutPin } from "../../model/document/pins.js";
import { between } from "../../model/document/route.js";
import { deedsOf, partnerOf } from "../../model/steps/deeds.js";
import { withBreak } from "../../model/steps/grain.js";
import { byId, html, set, write } from "../element.js";
import { copied } from "../inspector/copying.js";
import { openDrawer } from "../page/tabs.js";
import { popupIn } from "../popup.js";
import { plotAlong } from "../values/plotting.js";
import { groupAt } from "./keys.js";
import { bindLongPress } from "./long-press.js";

/** @typedef {{ act: (type: string, to?: number) => void, inspect: () => void,
 *   output: (name: string) => void,
 *   goTo: (span: import("../../types.js").Span) => void,
 *   redraw: (document: import("../../types.js").Document) => Promise<void>,
 *   cards: ReturnType<typeof import("./keys.js").bindGraph> }} Asks */

/** How long it is said that something is copied. */
const SAYS = 1500;

/** @param {HTMLElement} canvas @param {Store} store @param {GraphView} graph @param {Asks} asks */
export function menuIn(canvas, store, { picture }, asks) {
  const popup = popupIn(canvas);
  const said = html("p", { class: "popup-said", role: "status" });
  canvas.append(said);
  set(picture, { "aria-keyshortcuts": "Shift+F10" });

  picture.addEventListener("contextmenu", (event) => {
    if (openAt(event)) event.preventDefault();
  });
  picture.addEventListener("keydown", (event) => {
    const asked = event.key === "ContextMenu" || (event.shiftKey && event.key === "F10");
    if (asked && openAt(event)) event.preventDefault();
  });
  bindLongPress(picture, openAt);
  picture.addEventListener("dblclick", (event) => {
    const node = nodeOf(cardOf(event));
    const handle = event.target instanceof Element && event.target.closest(".group .glyph");
    if (node === null || event.shiftKey || handle) return;
    if (store.state.answer?.drawn.folded.has(node)) asks.cards.turnAt(node);
    else inspect(node);
  });

  /** @param {MouseEvent | KeyboardEvent} event @returns {boolean} whether it was about a card */
  function openAt(event) {
    const card = cardOf(event);
    const node = nodeOf(card);
    if (card === null || node === null) return false;
    const mouse = "clientX" in event && (event.clientX > 0 || event.clientY > 0) ? event : null;
    const { left, bottom } = card.getBoundingClientRect();
    open(node, mouse ? { x: mouse.clientX, y: mouse.clientY } : { x: left, y: bottom + 4 }, () =>
      asks.cards.focus(node),
    );
    return true;
  }

  /** @param {number} id @param {{ x: number, y: number }} at @param {() => void} back */
  function open(id, at, back) {
    const { state } = store;
    const { words } = state;
    const found = deedsOf(state, id, { group: around(id), shows });
    const entries = found.map((deed) => ({
      text: words(deed.word, deed.fields),
      on: deed.on,
      press: () => deeds[deed.name](id, deed),
    }));
    if (entries.length > 0)
      popup.open({ label: words("menu.label", { name: nameOf(id) }), entries, at, back });
  }

  /** @param {number} id */
  function around(id) {
    const { answer } = store.state;
    const group = groupAt(answer, id);
    const label = answer?.trace.graph.groups?.find((each) => each.id === group)?.label;
    return label === undefined ? null : { label, folded: answer?.drawn.folded.has(id) ?? false };
  }

  /** What a link hides, or has no room for, is no way. @param {Place} place */
  function shows(place) {
    const ui = document.documentElement.dataset.ui;
    const kept = ui === undefined || (ui === "embed" && (place === "values" || place === "editor"));
    return kept && !listOf(store.state.document, "hide").includes(place);
  }

  /** @param {number} id */
  function inspect(id) {
    store.update({ selection: { kind: "node", id } });
    asks.inspect();
    byId("inspector").querySelector(".formula")?.scrollIntoView({ block: "nearest" });
  }

  /** @param {number} id */
  function pair(id) {
    const { state } = store;
    if (!state.answer) return;
    const { graph } = state.answer.trace;
    const other = partnerOf(state, graph.output, id);
    store.update({ route: between(graph, other, id), walk: null });
    openDrawer(store, "paths");
  }

  /** @param {number} _ @param {Deed} deed */
  function stop(_, { step = 0 }) {
    store.update({ document: withBreak(store.state.document, step) });
  }

  /** @param {number} _ @param {Deed} deed */
  async function copy(_, { text = "" }) {
    const done = await copied(text);
    write(said, store.state.words(done ? "formula.copied" : "formula.notCopied"));
    setTimeout(() => write(said, ""), SAYS);
  }

  /** @type {Record<Name, (id: number, deed: Deed) => void>} */
  const deeds = {
    inspect,
    fold: asks.cards.turnAt,
    pair,
    track(_, { fields }) {
      store.update({ tab: "values" });
      plotAlong(byId("values"), fields.name ?? "");
    },
    derive: (id) => asks.output(nameOf(id)),
    go: (_, { step }) => asks.act("seek", step),
    stopValue: stop,
    stopSlope: stop,
    value: copy,
    slope: copy,
    written(id) {
      const span = store.state.answer?.trace.graph.nodes[id]?.span;
      if (span) asks.goTo(span);
    },
    back: (id) => asks.redraw(withoutPin(store.state.document, nameOf(id))),
  };

  /** @param {number} id */
  function nameOf(id) {
    return store.state.answer?.trace.graph.nodes[id]?.name ?? "";
  }

  /** @param {Element | null} card */
  function nodeOf(card) {
    const name = card?.getAttribute("data-node");
    return store.state.answer?.trace.graph.nodes.find((each) => each.name === name)?.id ?? null;
  }

  /** @type {import("../../types.js").Answer["trace"]["graph"] | null} */
  let graph = null;

  return {
    open,
    /** Another graph has no such card. @param {import("../../types.js").State} state */
    draw({ answer }) {
      if (graph !== null && answer?.trace.graph !== graph) popup.close();
      graph = answer?.trace.graph ?? null;
    },
  };
}

/** @param {Event} event */
function cardOf({ target }) {
  return target instanceof Element ? target.closest(".card") : null;
}
