// A menu that pops up where it is asked for: arrows walk in it, Escape leaves it, the focus returns.

import { html, set, style } from "./element.js";

/** @typedef {{ text: string, on?: boolean | undefined, press: () => void }} Entry */
/** @typedef {{ label: string, entries: Entry[], at: { x: number, y: number }, back: () => void }} Wish
 * `back` brings the focus to where it was */

/** Between it and the edge of the window. */
const AIR = 8;

/** @param {HTMLElement} place */
export function popupIn(place) {
  const menu = html("div", { class: "popup", role: "menu", popover: "manual", tabindex: -1 });
  place.append(menu);
  /** @type {Wish | null} */
  let wish = null;

  menu.addEventListener("keydown", (event) => {
    event.stopPropagation();
    const at = items().indexOf(/** @type {HTMLElement} */ (document.activeElement));
    const to = event.key === "Tab" || event.key === "Escape" ? leave() : next(event.key, at);
    if (to === null) return;
    event.preventDefault();
    items()[to]?.focus();
  });
  menu.addEventListener("contextmenu", (event) => event.preventDefault());
  menu.addEventListener("focusout", ({ relatedTarget }) => {
    if (relatedTarget instanceof Node && !menu.contains(relatedTarget)) close();
  });
  document.addEventListener("pointerdown", away, { capture: true });
  document.addEventListener("wheel", away, { capture: true, passive: true });
  addEventListener("resize", close);

  /** @param {Event} event */
  function away({ target }) {
    if (!(target instanceof Node && menu.contains(target))) close();
  }

  /** @returns {HTMLElement[]} */
  function items() {
    return [...menu.querySelectorAll("button")];
  }

  function close() {
    wish = null;
    if (menu.matches(":popover-open")) menu.hidePopover();
  }

  /** The focus goes back first: what is pressed may take it elsewhere. */
  function leave() {
    const { back } = wish ?? {};
    close();
    back?.();
    return -1;
  }

  /** Where a key leads; null where it means nothing here. @param {string} key @param {number} at */
  function next(key, at) {
    const last = items().length - 1;
    const found = {
      ArrowDown: at < last ? at + 1 : 0,
      ArrowUp: at > 0 ? at - 1 : last,
      Home: 0,
      End: last,
    }[key];
    if (found !== undefined) return found;
    return key.length === 1 && key !== " " ? beginning(key, at) : null;
  }

  /** The next entry that begins with a letter. @param {string} letter @param {number} at */
  function beginning(letter, at) {
    const all = items().map((item, i) => ({ text: item.textContent ?? "", i }));
    const found = [...all.slice(at + 1), ...all.slice(0, at + 1)].find(({ text }) =>
      text.toLowerCase().startsWith(letter.toLowerCase()),
    );
    return found?.i ?? at;
  }

  /** @param {Entry} entry */
  function item({ text, on, press }) {
    const role = on === undefined ? "menuitem" : "menuitemcheckbox";
    const checked = on === undefined ? null : String(on);
    const made = html(
      "button",
      { type: "button", role, "aria-checked": checked, tabindex: -1 },
      text,
    );
    made.addEventListener("click", () => {
      leave();
      press();
    });
    return made;
  }

  function put() {
    if (wish === null) return;
    const { x, y } = wish.at;
    const { width, height } = menu.getBoundingClientRect();
    style(menu, "left", `${Math.max(AIR, Math.min(x, innerWidth - width - AIR))}px`);
    style(menu, "top", `${Math.max(AIR, Math.min(y, innerHeight - height - AIR))}px`);
  }

  return {
    close,
    /** @param {Wish} asked */
    open(asked) {
      wish = asked;
      set(menu, { "aria-label": asked.label });
      menu.replaceChildren(...asked.entries.map(item));
      menu.showPopover();
      put();
      items()[0]?.focus();
    },
  };
}
