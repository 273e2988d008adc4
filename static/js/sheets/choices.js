// What is chosen in a sheet: one of several, or on and off.

import { html } from "../view/element.js";

/** @template {string | number} T
 * @param {string} label @param {readonly T[]} options @param {T} now
 * @param {(option: T) => string} named @param {(option: T) => void} choose */
export function choice(label, options, now, named, choose) {
  const made = options.map((value) =>
    html("option", { value, selected: value === now }, named(value)),
  );
  const box = html("select", { class: "button" }, ...made);
  box.addEventListener("change", () => {
    const chosen = options[box.selectedIndex];
    if (chosen !== undefined) choose(chosen);
  });
  return html("label", {}, html("span", {}, label), box);
}

/** @param {string} label @param {boolean} now @param {(on: boolean) => void} choose
 * @param {string} [name] of its class */
export function ticked(label, now, choose, name) {
  const box = html("input", { type: "checkbox" });
  box.checked = now;
  box.addEventListener("change", () => choose(box.checked));
  return html("label", { class: name }, box, html("span", {}, label));
}
