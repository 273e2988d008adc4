// The table twin of the chart: one row a network, its colour, both ends of its line, its findings.

/** @import { Words } from "../types.js" */
/** @import { Row } from "./sweeping.js" */
import { show } from "../model/numbers.js";
import { html, set, style } from "../view/element.js";
import { choiceText } from "./controls.js";

const COLOURS = 8;
const HEADS = ["network", "first", "last", "update", "finding"];

/** @param {number} index */
export function colourOf(index) {
  return `--line-${(index % COLOURS) + 1}`;
}

/** What tells this network from the others in the sweep. @param {Row} row @param {Row[]} rows @param {Words} words */
export function labelOf(row, rows, words) {
  if (row.setup.depth === undefined) return words("health.program");
  const differing = Object.keys(row.setup).filter(
    (field) => new Set(rows.map((each) => each.setup[field])).size > 1,
  );
  const named = differing.length ? differing : ["activation", "initializer"];
  return named.map((field) => settingText(field, row.setup[field], words)).join(" · ");
}

/** @param {string} field @param {unknown} value @param {Words} words */
export function settingText(field, value, words) {
  const text = choiceText(String(value), words);
  const plain = ["activation", "initializer", "cell"].includes(field);
  return plain ? text : `${words(`health.field.${field}`)}: ${text}`;
}

/** @param {HTMLElement} table @param {{ pick: (row: Row) => void, point: (row: Row | null) => void }} asks */
export function rowsIn(table, asks) {
  return {
    /** @param {Row[]} rows @param {number | null} picked @param {Words} words */
    draw(rows, picked, words) {
      const heads = HEADS.map((key) => html("th", { scope: "col" }, words(`health.row.${key}`)));
      const body = rows.map((row) => rowOf(row, rows, row.index === picked, words));
      table.replaceChildren(
        html("caption", { class: "unseen" }, words("health.spectrum")),
        html("thead", {}, html("tr", {}, ...heads)),
        html("tbody", {}, ...body),
      );
    },
  };

  /** @param {Row} row @param {Row[]} rows @param {boolean} picked @param {Words} words */
  function rowOf(row, rows, picked, words) {
    const swatch = html("span", { class: "swatch", "aria-hidden": "true" });
    style(swatch, "background", `var(${colourOf(row.index)})`);
    const name = html("button", { type: "button", class: "link" }, labelOf(row, rows, words));
    set(name, { "aria-pressed": picked ? "true" : "false" });
    name.addEventListener("click", () => asks.pick(row));
    name.addEventListener("focus", () => asks.point(row));
    name.addEventListener("blur", () => asks.point(null));
    const element = html(
      "tr",
      { class: picked ? "picked" : null },
      html("th", { scope: "row" }, swatch, name),
      ...[row.gradients[0], row.gradients.at(-1)].map((each) => number(show(each))),
      number(updateText(row, words)),
      html("td", {}, row.diagnoses.map(({ code }) => words(`health.code.${code}`)).join(", ")),
    );
    element.addEventListener("pointerenter", () => asks.point(row));
    element.addEventListener("pointerleave", () => asks.point(null));
    return element;
  }
}

/** @param {string} text */
function number(text) {
  return html("td", { class: "number" }, text);
}

/** @param {Row} row @param {Words} words */
function updateText({ update, clipped }, words) {
  if (update === clipped) return show(update);
  return words("health.row.clipped", { update: show(update), clipped: show(clipped) });
}
