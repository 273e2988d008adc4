// Boxes for one number each: those that every run has, and those that a row of a table brings along.

/** @import { Bounds, Choice, Field, Parts } from "./choices.js" */
/** @import { Acts, Control } from "./controls.js" */
import { html, join, set } from "../view/element.js";
import { SETTING, within } from "./choices.js";
import { label } from "./label.js";

/** @typedef {{ text: string, open: string | null, value: number | null }} Drawn */

/** @param {Field} field @param {Bounds} bounds @param {Acts} acts @returns {Control} */
export function numberOf(field, bounds, { change }) {
  const box = boxOf(bounds, (value) => change({ [field]: value }));
  return {
    element: box.element,
    draw({ choice, words }) {
      const open = bounds.open ? words(`train.open.${field}`) : null;
      const value = /** @type {number | null} */ (choice[field]);
      box.draw({ text: words(`train.field.${field}`), open, value });
    },
  };
}

/** What may be set of the chosen optimiser, or schedule: the server says what, and what is usual.
 * @param {string} prefix `optimizer.` or `schedule.` @param {Acts} acts @returns {Control} */
export function settingsIn(prefix, { change }) {
  const element = html("div", { class: "fields" });
  /** @type {WeakMap<Element, ReturnType<typeof boxOf>>} */
  const boxes = new WeakMap();
  /** @type {Choice["settings"]} */
  let settings = {};

  /** @param {[string, number]} row */
  function made([name]) {
    const key = prefix + name;
    const box = boxOf(SETTING, (value) => {
      const { [key]: _, ...rest } = settings;
      change({ settings: value === null ? rest : { ...rest, [key]: value } });
    });
    boxes.set(box.element, box);
    return box.element;
  }

  return {
    element,
    draw({ choice, parts, words }) {
      settings = choice.settings;
      join(element, rowsOf(prefix, choice, parts), {
        key: ([name]) => name,
        make: made,
        update(place, [name, usual]) {
          const value = settings[prefix + name] ?? null;
          const text = words(`train.setting.${name}`);
          boxes.get(place)?.draw({ text, open: String(usual), value });
        },
      });
    },
  };
}

/** @param {string} prefix @param {Choice} choice @param {Parts} parts @returns {[string, number][]} */
function rowsOf(prefix, choice, { optimizers, schedules }) {
  const [rows, name] =
    prefix === "schedule." ? [schedules, choice.schedule] : [optimizers, choice.optimizer];
  const row = rows.find((each) => each.name === name);
  return Object.entries(row?.settings ?? {}).filter(([setting]) => setting !== "learning_rate");
}

/** @param {Bounds} bounds @param {(value: number | null) => void} change */
function boxOf(bounds, change) {
  const { min, max, whole, open } = bounds;
  const name = html("span", {});
  const box = html("input", { class: "entry", type: "number", min, max, step: whole ? 1 : "any" });
  const element = html("label", { class: "field" }, name, box);
  /** @type {Drawn} */
  let drawn = { text: "", open: null, value: null };
  box.addEventListener("change", () => {
    const value = within(box.value, bounds);
    if (value !== null || open) change(value);
    show(); // what lay outside has come in, and what was no number is as it was
  });
  function show() {
    box.value = drawn.value === null ? "" : String(drawn.value);
  }
  return {
    element,
    /** @param {Drawn} now */
    draw(now) {
      drawn = now;
      label(name, box, now.text);
      set(box, { placeholder: now.open });
      if (document.activeElement !== box) show();
    },
  };
}
