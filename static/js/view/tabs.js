// On a narrow page one panel shows at a time, chosen by tabs; on a wide one the table has a button.

/** @import { Store } from "../store.js" */
/** @import { State, Tab } from "../types.js" */
import { byId, html, set, write } from "./element.js";

/** @type {Tab[]} */
const PANELS = ["editor", "values", "inspector", "table"];

/** @param {HTMLElement} place @param {Store} store */
export function tabsIn(place, store) {
  const narrow = matchMedia("(max-width: 699px)");
  const table = byId("table");
  const toggle = byId("table-toggle");
  const tabs = PANELS.map((panel) => {
    const tab = html("button", { type: "button", role: "tab", id: `tab-${panel}` });
    tab.addEventListener("click", () => store.update({ tab: panel }));
    return tab;
  });
  place.append(...tabs);
  place.addEventListener("keydown", walk);
  toggle.addEventListener("click", () => store.update({ tableOpen: !store.state.tableOpen }));
  narrow.addEventListener("change", () => store.update({}));

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
    narrow: () => narrow.matches,
    /** @param {State} state */
    draw({ tab, tableOpen, words }) {
      const open = narrow.matches ? tab === "table" : tableOpen;
      set(place, { hidden: !narrow.matches });
      set(document.body, { "data-tab": tab });
      set(table, { hidden: !open });
      set(toggle, { "aria-expanded": String(tableOpen) });
      for (const [i, button] of tabs.entries()) {
        const on = PANELS[i] === tab;
        set(button, { "aria-selected": String(on), tabindex: on ? 0 : -1 });
        write(button, words(`tabs.${PANELS[i]}`));
      }
    },
  };
}
