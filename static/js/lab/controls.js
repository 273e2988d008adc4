// The left column: a model in a few words, its data, and how to walk.

/** @import { Language, Words } from "../types.js" */
/** @import { Choice, Field, Parts, Part } from "./choices.js" */
import { html, join, set, write } from "../view/element.js";
import { LISTS, NUMBERS } from "./choices.js";
import { fileOf } from "./file-field.js";
import { label } from "./label.js";
import { numberOf, settingsIn } from "./number-fields.js";

/** @typedef {{ change: (change: Partial<Choice>) => void, files: (files: File[]) => void }} Acts */
/** @typedef {{ choice: Choice, parts: Parts, words: Words, language: Language, file: string | null }} Shown */
/** @typedef {{ element: HTMLElement, draw: (shown: Shown) => void }} Control */

/** The groups, and their fields from above; the last stays folded until it is wanted.
 * @type {Record<string, string[]>} */
const GROUPS = {
  model: ["model", "widths", "activation", "initializer", "gain", "l2"],
  examples: ["data", "examples", "noise", "file"],
  steps: ["optimizer", "rate", "optimizer.", "batch", "steps", "seed"],
  more: ["schedule", "schedule.", "l1", "decay", "clip", "clip_value", "patience", "goal"],
};
/** What the worked example has no use for. */
const OF_MODELS = new Set([...(GROUPS.model ?? []).slice(1), ...(GROUPS.examples ?? []), "batch"]);
const NO_LAYERS = ["logistic", "softmax"];

/** @param {HTMLElement} place @param {Acts} acts */
export function controlsIn(place, acts) {
  const groups = Object.entries(GROUPS).map(([name, fields]) => groupOf(name, fields, acts));
  place.append(...groups.map(({ element }) => element));
  place.addEventListener("submit", (event) => event.preventDefault());
  return {
    /** @param {Shown} shown */
    draw(shown) {
      for (const each of groups) each.draw(shown);
    },
  };
}

/** @param {string} name @param {string[]} fields @param {Acts} acts @returns {Control} */
function groupOf(name, fields, acts) {
  const controls = fields.map((field) => ({ field, ...controlOf(field, acts) }));
  const title = html("summary", {});
  const elements = controls.map(({ element }) => element);
  const open = name !== "more";
  const element = html("details", { class: "field-group", open }, title, ...elements);
  return {
    element,
    draw(shown) {
      write(title, shown.words(`train.group.${name}`));
      for (const { field, element: each, draw } of controls) {
        set(each, { hidden: !fits(field, shown) });
        draw(shown);
      }
      set(element, { hidden: !fields.some((field) => fits(field, shown)) });
    },
  };
}

/** @param {string} field @param {Acts} acts @returns {Control} */
function controlOf(field, acts) {
  const known = /** @type {Field} */ (field);
  if (field === "file") return fileOf(acts);
  if (field === "widths") return widthsOf(acts);
  if (field.endsWith(".")) return settingsIn(field, acts);
  const bounds = NUMBERS[known];
  return bounds ? numberOf(known, bounds, acts) : listOf(known, acts);
}

/** @param {string} field @param {Shown} shown */
function fits(field, { choice, file }) {
  if (choice.model === "2-2-2") return !OF_MODELS.has(field);
  if (["widths", "activation"].includes(field)) return !NO_LAYERS.includes(choice.model);
  return file === null || !["data", "examples", "noise"].includes(field);
}

/** @param {Field} field @param {Acts} acts @returns {Control} */
function listOf(field, { change }) {
  const name = html("span", {});
  const box = html("select", { class: "entry" });
  const says = html("span", { class: "says" });
  box.addEventListener("change", () => change({ [field]: box.value }));
  return {
    element: html("label", { class: "field" }, name, box, says),
    draw({ choice, parts, words, language }) {
      label(name, box, words(`train.field.${field}`));
      const list = LISTS[field];
      const rows = (list ? parts[list] : []).map((each) =>
        typeof each === "string" ? plain(each) : each,
      );
      join(box, rows, {
        key: (each) => each.name,
        make: (each) => html("option", { value: each.name }),
        update: (option, each) => {
          write(option, each.name);
          set(option, { disabled: each.here === false });
        },
      });
      box.value = String(choice[field]);
      write(says, rows.find((each) => each.name === choice[field])?.words[language] ?? "");
    },
  };
}

/** @param {string} name @returns {Part} */
function plain(name) {
  return { name, words: { en: "", zh: "" } };
}

/** @param {Acts} acts @returns {Control} */
function widthsOf({ change }) {
  const name = html("span", {});
  const box = html("input", {
    class: "entry",
    type: "text",
    inputmode: "numeric",
    spellcheck: "false",
  });
  box.addEventListener("change", () => change({ widths: box.value.replace(/[^\d,]/g, "") }));
  return {
    element: html("label", { class: "field" }, name, box),
    draw({ choice, words }) {
      label(
        name,
        box,
        words(choice.model === "cnn" ? "train.field.windows" : "train.field.widths"),
      );
      if (document.activeElement !== box) box.value = choice.widths;
    },
  };
}
