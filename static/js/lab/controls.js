// The left column: a model in a few words, its data, and how to walk.

/** @import { Language, Words } from "../types.js" */
/** @import { Choice, Parts, Part } from "./choices.js" */
import { html, join, set, write } from "../view/element.js";
import { LISTS, NUMBERS } from "./choices.js";

/** @typedef {{ change: (change: Partial<Choice>) => void, files: (files: File[]) => void }} Acts */
/** @typedef {{ choice: Choice, parts: Parts, words: Words, language: Language, file: string | null }} Shown */

/** @param {HTMLElement} place @param {Acts} acts */
export function controlsIn(place, acts) {
  const lists = LISTS.map((row) => listOf(row, acts));
  const widths = widthsOf(acts);
  const numbers = NUMBERS.map((row) => numberOf(row, acts));
  const file = fileOf(acts);
  const [model, data, activation, initializer, optimizer] = lists;
  const order = [model, data, file, widths, activation, initializer, optimizer, ...numbers];
  for (const each of order) if (each) place.append(each.element);
  place.addEventListener("submit", (event) => event.preventDefault());
  return {
    /** @param {Shown} shown */
    draw(shown) {
      for (const each of order) each?.draw(shown);
    },
  };
}

/** @param {(typeof LISTS)[number]} row @param {Acts} acts */
function listOf({ field, list }, { change }) {
  const name = html("span", {});
  const box = html("select", { class: "entry" });
  const says = html("span", { class: "says" });
  box.addEventListener("change", () => change({ [field]: box.value }));
  return {
    element: html("label", { class: "field" }, name, box, says),
    /** @param {Shown} shown */
    draw({ choice, parts, words, language, file }) {
      label(name, box, words(`train.field.${field}`));
      const rows = parts[list].map((each) => (typeof each === "string" ? plain(each) : each));
      join(box, rows, {
        key: (each) => each.name,
        make: (each) => html("option", { value: each.name }),
        update: (option, each) => {
          write(option, each.name);
          set(option, { disabled: each.here === false });
        },
      });
      box.value = choice[field];
      const fixed =
        choice.model === "2-2-2" && ["data", "activation", "initializer"].includes(field);
      set(box, { disabled: fixed || (field === "data" && file !== null) });
      write(says, rows.find((each) => each.name === choice[field])?.words[language] ?? "");
    },
  };
}

/** @param {string} name @returns {Part} */
function plain(name) {
  return { name, words: { en: "", zh: "" } };
}

/** @param {Acts} acts */
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
    /** @param {Shown} shown */
    draw({ choice, words }) {
      label(name, box, words("train.field.widths"));
      if (document.activeElement !== box) box.value = choice.widths;
      set(box, { disabled: ["2-2-2", "logistic", "softmax"].includes(choice.model) });
    },
  };
}

/** @param {(typeof NUMBERS)[number]} row @param {Acts} acts */
function numberOf({ field, min, max, whole, open }, { change }) {
  const name = html("span", {});
  const box = html("input", { class: "entry", type: "number", min, max, step: whole ? 1 : "any" });
  box.addEventListener("change", () => {
    const empty = box.value === "";
    if (empty && !open) return;
    const inside = Math.min(max, Math.max(min, Number(box.value)));
    change({ [field]: empty ? null : whole ? Math.round(inside) : inside });
  });
  return {
    element: html("label", { class: "field" }, name, box),
    /** @param {Shown} shown */
    draw({ choice, words }) {
      label(name, box, words(`train.field.${field}`));
      set(box, { placeholder: open ? words(`train.open.${field}`) : null });
      const value = choice[field];
      if (document.activeElement !== box) box.value = value === null ? "" : String(value);
    },
  };
}

/** Files may be picked, or dropped anywhere on the page. @param {Acts} acts */
function fileOf({ files }) {
  const name = html("span", {});
  const box = html("input", { class: "entry", type: "file", multiple: true });
  const says = html("span", { class: "says" });
  box.addEventListener("change", () => files([...(box.files ?? [])]));
  document.addEventListener("dragover", (event) => event.preventDefault());
  document.addEventListener("drop", (event) => {
    event.preventDefault();
    const dropped = [...(event.dataTransfer?.files ?? [])];
    if (dropped.length) files(dropped);
  });
  return {
    element: html("label", { class: "field" }, name, box, says),
    /** @param {Shown} shown */
    draw({ words, file, choice }) {
      label(name, box, words("train.file"));
      write(says, file ?? words("train.file.hint"));
      set(box, { disabled: choice.model === "2-2-2" });
      if (file === null) box.value = "";
    },
  };
}

/** What stands beside a box is its name, and nothing of the box itself.
 * @param {Element} name @param {Element} box @param {string} text */
function label(name, box, text) {
  write(name, text);
  set(box, { "aria-label": text });
}
