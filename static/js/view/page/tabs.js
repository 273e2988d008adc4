// On a narrow page one panel shows at a time, chosen by tabs; on a wide one buttons open a drawer.

/** @import { Store } from "../../store.js" */
/** @import { Drawer, State, Tab } from "../../types.js" */
import { byId, html, set, write } from "../element.js";
import { remembering } from "../remembering.js";
import { narrowPage } from "./narrow.js";

/** @type {Drawer[]} */
export const DRAWERS = ["table", "paths", "compare", "field"];
/** @type {Tab[]} */
const PANELS = ["editor", "values", "inspector", ...DRAWERS];

/** @param {HTMLElement} place @param {Store} store */
export function tabsIn(place, store) {
  const tabs = PANELS.map((panel) => {
    const tab = html("button", { type: "button", role: "tab", id: `tab-${panel}` });
    tab.addEventListener("click", () => store.update({ tab: panel }));
    return tab;
  });
  place.append(...tabs);
  place.addEventListener("keydown", walk);
  for (const drawer of DRAWERS) {
    byId(`${drawer}-toggle`).addEventListener("click", () => toggleDrawer(store, drawer));
  }
  narrowPage.addEventListener("change", () => store.update({}));
  const changed = remembering();

  /** @param {KeyboardEvent} event */
  function walk(event) {
    const way = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (way === undefined) return;
    event.preventDefault();
    const at = (PANELS.indexOf(store.state.tab) + way + PANELS.length) % PANELS.length;
    store.update({ tab: PANELS[at] ?? "editor" });
    tabs[at]?.focus();
  }

  return {
    /** @param {State} state */
    draw(state) {
      const { tab, words, drawer: open } = state;
      if (!changed([narrowPage.matches, tab, open, words])) return;
      set(place, { hidden: !narrowPage.matches });
      const shown = DRAWERS.find((drawer) => isOpen(state, drawer));
      set(document.body, { "data-tab": tab, "data-drawer": shown });
      for (const drawer of DRAWERS) {
        set(byId(drawer), { hidden: !isOpen(state, drawer) });
        set(byId(`${drawer}-toggle`), { "aria-expanded": String(open === drawer) });
      }
      for (const [i, button] of tabs.entries()) {
        const on = PANELS[i] === tab;
        set(button, { "aria-selected": String(on), tabindex: on ? 0 : -1 });
        write(button, words(`tabs.${PANELS[i]}`));
      }
    },
  };
}

/** Whether a drawer shows: by its tab on a narrow page, by its button on a wide one and on paper.
 * @param {Pick<State, "tab" | "drawer">} state @param {Drawer} drawer */
export function isOpen({ tab, drawer: open }, drawer) {
  return narrowPage.matches ? tab === drawer : open === drawer;
}

/** @param {Store} store @param {Drawer} drawer */
export function toggleDrawer(store, drawer) {
  const closed = !isOpen(store.state, drawer);
  store.update(narrowPage.matches ? { tab: drawer } : { drawer: closed ? drawer : null });
}

/** @param {Store} store @param {Drawer} drawer */
export function openDrawer(store, drawer) {
  if (!isOpen(store.state, drawer)) toggleDrawer(store, drawer);
}
