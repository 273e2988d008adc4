// A sheet over the page: its heading, its close button, and what is put into it.

/** @import { Words } from "../types.js" */
import { html } from "../view/element.js";
import { icon } from "../view/icons.js";

/** @param {HTMLDialogElement} dialog */
export function dialogIn(dialog) {
  const title = `${dialog.id}-title`;
  dialog.setAttribute("aria-labelledby", title);
  dialog.addEventListener("click", (event) => {
    if (event.target === dialog) dialog.close();
  });
  return {
    /** @param {Words} words @param {string} heading @param {(Node | null)[]} parts */
    fill(words, heading, ...parts) {
      const held = places().indexOf(/** @type {HTMLElement} */ (document.activeElement));
      dialog.replaceChildren(head(words, heading), ...parts.filter((part) => part !== null));
      if (held >= 0) places()[held]?.focus(); // filled anew in another language, say
    },
    show() {
      if (!dialog.open) dialog.showModal();
    },
    close: () => dialog.close(),
    get open() {
      return dialog.open;
    },
  };

  /** Where the keys can be, in order. @returns {HTMLElement[]} */
  function places() {
    return [...dialog.querySelectorAll("button, input, select")].filter(isHtml);
  }

  /** @param {Words} words @param {string} heading */
  function head(words, heading) {
    const close = html(
      "button",
      { type: "button", class: "button quiet round", "aria-label": words("keys.close") },
      icon("close"),
    );
    close.addEventListener("click", () => dialog.close());
    return html("div", { class: "sheet-head" }, html("h2", { id: title }, heading), close);
  }
}

/** @param {Element} found @returns {found is HTMLElement} */
function isHtml(found) {
  return found instanceof HTMLElement;
}
