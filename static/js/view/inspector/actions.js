// The menu of the node, as a button: for whoever knows of no right click.

/** @import { Reading } from "./inspector.js" */
import { byId, html } from "../element.js";
import { icon } from "../icons.js";

/** @type {Reading} */
export function actions({ state, subject, menu }) {
  if (subject.edge) return null;
  const { node } = subject;
  const label = state.words("menu.label", { name: node.name });
  const button = html(
    "button",
    {
      type: "button",
      class: "button quiet round actions",
      "data-key": "actions",
      "aria-haspopup": "menu",
      "aria-label": label,
      title: label,
    },
    icon("more"),
  );
  button.addEventListener("click", () => {
    const { right, bottom } = button.getBoundingClientRect();
    menu(node.id, { x: right, y: bottom + 4 }, () => held().focus());
  });
  return button;
}

/** The inspector may be another one by then. */
function held() {
  const inspector = byId("inspector");
  const again = inspector.querySelector('[data-key="actions"]');
  return again instanceof HTMLElement ? again : inspector;
}
