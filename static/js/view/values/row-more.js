// What a row of the values panel can do besides: its role, going to and fro, a plot along it.

/** @import { Asks, Row } from "./values.js" */
import { ROLES } from "../../model/document/roles.js";
import { fill, html, set, write } from "../element.js";
import { icon } from "../icons.js";

/** @param {string} name @param {Asks} asks @param {{ word: string, press: (on: boolean) => void }[]} toggles */
export function rowMore(name, asks, toggles) {
  const opener = html(
    "button",
    { type: "button", class: "more-of", "aria-expanded": "false" },
    icon("more"),
  );
  const roles = html("select", { class: "button" });
  const buttons = toggles.map(({ word, press }) => toggle(word, press));
  const panel = html(
    "div",
    { class: "more", hidden: true },
    ...buttons,
    html("span", { class: "choose" }, roles, icon("down")),
  );
  opener.addEventListener("click", () => {
    panel.hidden = !panel.hidden;
    set(opener, { "aria-expanded": String(!panel.hidden) });
    if (panel.hidden) for (const each of buttons) release(each);
  });
  roles.addEventListener("change", () => {
    asks.role(name, ROLES.find((role) => role === roles.value) ?? "parameter");
  });
  let spoken = "";

  return {
    opener,
    panel,
    /** @param {Row} row */
    draw({ words, role, locked }) {
      if (spoken !== words("row.more", { name })) {
        spoken = words("row.more", { name });
        set(opener, { "aria-label": spoken, title: spoken });
        set(roles, { "aria-label": words("role.of", { name }) });
        for (const [i, button] of buttons.entries()) write(button, words(toggles[i]?.word ?? ""));
        roles.replaceChildren(
          ...ROLES.map((each) => html("option", { value: each }, words(`role.${each}`))),
        );
      }
      fill(roles, role);
      set(roles, { disabled: locked });
    },
    /** Lets go of a toggle from elsewhere. @param {number} i */
    release(i) {
      const button = buttons[i];
      if (button) release(button);
    },
  };
}

/** @param {string} deed what it is found by @param {(on: boolean) => void} press */
function toggle(deed, press) {
  const how = { type: "button", class: "button", "aria-pressed": "false", "data-deed": deed };
  const button = html("button", how);
  button.addEventListener("click", () => {
    const on = button.getAttribute("aria-pressed") !== "true";
    set(button, { "aria-pressed": String(on) });
    press(on);
  });
  return button;
}

/** @param {HTMLButtonElement} button */
function release(button) {
  if (button.getAttribute("aria-pressed") === "true") button.click();
}
