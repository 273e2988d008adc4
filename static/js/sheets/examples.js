// Examples for the first steps, one click away: a menu from the server's own list; the gallery has all.

/** @import { Store } from "../store.js" */
/** @import { Document, Example } from "../types.js" */
import { examples } from "../effects/server/lists.js";
import { documentOf } from "../model/document/document.js";
import { html, set, style } from "../view/element.js";
import { showRoute, viewed } from "../view/example-view.js";

/** @param {HTMLElement} opener @param {HTMLElement} menu
 * @param {Store} store @param {(document: Document) => void} open */
export function examplesIn(opener, menu, store, open) {
  menu.addEventListener("toggle", () => {
    set(opener, { "aria-expanded": String(menu.matches(":popover-open")) });
  });
  menu.addEventListener("keydown", (event) => {
    event.stopPropagation();
    const way = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (way === undefined) return;
    event.preventDefault();
    const all = entries();
    const at = all.findIndex((each) => each.matches(":focus"));
    all[(at + way + all.length) % all.length]?.focus();
  });

  /** Opens the menu, or closes it. */
  async function turn() {
    if (menu.matches(":popover-open")) return menu.hidePopover();
    const all = await examples(store.state.language);
    menu.replaceChildren(...all.filter(isForTheStart).map(entry));
    set(menu, { role: "menu", "aria-label": store.state.words("examples.open") });
    place();
    menu.showPopover();
    entries()[0]?.focus();
  }

  return { turn };

  /** @returns {HTMLElement[]} */
  function entries() {
    return [...menu.querySelectorAll("button")];
  }

  function place() {
    const { left, bottom } = opener.getBoundingClientRect();
    style(menu, "left", `${Math.max(8, Math.min(left, innerWidth - 328))}px`);
    style(menu, "top", `${bottom + 6}px`);
  }

  /** @param {Example} example */
  function entry(example) {
    const button = html(
      "button",
      { type: "button", role: "menuitem", class: "example" },
      html("span", { class: "title" }, example.title),
      html("code", {}, example.source.split("\n").slice(0, 3).join(" ; ")),
    );
    button.addEventListener("click", () => {
      menu.hidePopover();
      opener.focus();
      open(viewed(documentOf(example.source, example.values), example.view));
      showRoute(store, example.view);
    });
    return button;
  }
}

/** @param {Example} example */
function isForTheStart({ tags }) {
  return tags.some(({ id }) => id === "start");
}
