// The left column: what the networks are made of. Chips may be chosen together; each
// combination is a line in the chart.

/** @import { Words } from "../types.js" */
/** @import { Choice, Range } from "./choices.js" */
import { html, join, set, style, write } from "../view/element.js";
import { CHIPS, NUMBERS, toggled } from "./choices.js";

/** @typedef {(change: Partial<Choice>) => void} Change */

/** @param {HTMLElement} place @param {Change} change */
export function controlsIn(place, change) {
  const numbers = NUMBERS.map((range) => numberOf(range, change));
  const chips = CHIPS.map((field) => chipsOf(field, change));
  place.append(...[...numbers, ...chips].map((each) => each.element));
  place.addEventListener("submit", (event) => event.preventDefault());
  return {
    /** @param {Choice} choice @param {Record<string, string[]>} known @param {Words} words */
    draw(choice, known, words) {
      for (const each of numbers) each.draw(choice, words);
      for (const each of chips) each.draw(choice, known, words);
    },
  };
}

/** @param {Range} range @param {Change} change */
function numberOf({ field, min, max, step, open }, change) {
  const name = html("span", { class: "name" });
  const box = html("input", { class: "entry", type: "number", min, max, step: "any" });
  const slider = html("input", { class: "slider", type: "range", min, max, step });
  const element = html("label", { class: "field number" }, name, box, open ? null : slider);
  slider.setAttribute("aria-hidden", "true");
  slider.tabIndex = -1;
  slider.addEventListener("input", () => change({ [field]: Number(slider.value) }));
  box.addEventListener("change", () => {
    const given = box.value === "" ? null : Math.min(max, Math.max(min, Number(box.value)));
    if (given !== null || open) change({ [field]: given });
  });
  return {
    element,
    /** @param {Choice} choice @param {Words} words */
    draw(choice, words) {
      const value = choice[field];
      write(name, words(`health.field.${field}`));
      set(box, { placeholder: open ? words(`health.open.${field}`) : null });
      if (document.activeElement !== box) box.value = value === null ? "" : String(value);
      slider.value = String(value ?? min);
      style(slider, "--at", `${((Number(slider.value) - min) / (max - min)) * 100}%`);
    },
  };
}

/** @param {(typeof CHIPS)[number]} field @param {Change} change */
function chipsOf(field, change) {
  const name = html("legend", {});
  const list = html("div", { class: "chips" });
  /** @type {string[]} */
  let chosen = [];
  return {
    element: html("fieldset", { class: "field" }, name, list),
    /** @param {Choice} choice @param {Record<string, string[]>} known @param {Words} words */
    draw(choice, known, words) {
      chosen = choice[field];
      write(name, words(`health.field.${field}`));
      const offered = known[field] ?? (field === "residual" ? ["false", "true"] : []);
      join(list, [...new Set([...offered, ...chosen])], {
        key: (each) => each,
        make: (each) => {
          const chip = html("button", { type: "button", class: "chip" });
          chip.addEventListener("click", () => change({ [field]: toggled(chosen, each) }));
          return chip;
        },
        update: (chip, each) => {
          write(chip, choiceText(each, words));
          set(chip, { "aria-pressed": chosen.includes(each) ? "true" : "false" });
        },
      });
    },
  };
}

const IN_WORDS = ["true", "false", "none", "layer", "batch", "dense"];

/** Names of functions and papers stay as they are. @param {string} choice @param {Words} words */
export function choiceText(choice, words) {
  return IN_WORDS.includes(choice) ? words(`health.choice.${choice}`) : choice;
}
