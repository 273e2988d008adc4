// The table twin of the chart: one row a network, its colour, its findings, both ends of its line.

/** @import { Words } from "../types.js" */
/** @import { Row } from "./sweeping.js" */
import { show } from "../model/numbers/numbers.js";
import { html, join, set, style, write } from "../view/element.js";
import { choiceText } from "./controls.js";

const COLOURS = ["--reverse", "--forward", "--minus", "--plus", "--bad", "--soft"];
/** Once the colours are used up, lines are told apart by their dashes. */
const DASHES = [[], [10, 5], [2, 4]];
const HEADS = ["network", "finding", "first", "last", "update"];

/** How a line looks. @param {number} index */
export function lookOf(index) {
  const round = Math.floor(index / COLOURS.length) % DASHES.length;
  return {
    colour: /** @type {string} */ (COLOURS[index % COLOURS.length]),
    dash: /** @type {number[]} */ (DASHES[round]),
    round,
  };
}

/** A program of one's own was made of no setup. @param {Row} row */
function isOwn({ setup }) {
  return setup.depth === undefined;
}

/** What tells this network from the others in the sweep. @param {Row} row @param {Row[]} rows @param {Words} words */
export function labelOf(row, rows, words) {
  if (isOwn(row)) return words("health.program");
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
  const caption = html("caption", { class: "unseen" });
  const heads = html("tr");
  const body = html("tbody");
  table.append(caption, html("thead", {}, heads), body);
  return {
    /** @param {Row[]} rows @param {number | null} picked @param {Words} words */
    draw(rows, picked, words) {
      write(caption, words("health.spectrum"));
      const own = rows.some(isOwn);
      const keys = HEADS.map((key) => (own && key === "first" ? "begin" : key));
      heads.replaceChildren(
        ...keys.map((key) => html("th", { scope: "col" }, words(`health.row.${key}`))),
      );
      join(body, rows, {
        key: ({ index }) => String(index),
        make: (row) => rowOf(row),
        update: (element, row) => fill(element, row, rows, row.index === picked, words),
      });
    },
  };

  /** @param {Row} row */
  function rowOf(row) {
    const { colour, round } = lookOf(row.index);
    const swatch = html("span", { class: `swatch dash-${round}`, "aria-hidden": "true" });
    style(swatch, "color", `var(${colour})`);
    const name = html("button", { type: "button", class: "link" });
    name.addEventListener("click", () => asks.pick(row));
    name.addEventListener("focus", () => asks.point(row));
    name.addEventListener("blur", () => asks.point(null));
    const cells = HEADS.slice(1).map((_, at) => html("td", { class: at > 0 ? "number" : null }));
    const element = html("tr", {}, html("th", { scope: "row" }, swatch, name), ...cells);
    element.addEventListener("pointerenter", () => asks.point(row));
    element.addEventListener("pointerleave", () => asks.point(null));
    return element;
  }
}

/** @param {HTMLTableRowElement} element @param {Row} row @param {Row[]} rows @param {boolean} picked
 * @param {Words} words */
function fill(element, row, rows, picked, words) {
  const name = element.querySelector("button");
  write(name, labelOf(row, rows, words));
  if (name) set(name, { "aria-pressed": picked ? "true" : "false" });
  set(element, { class: picked ? "picked" : null });
  const texts = [
    row.diagnoses.map(({ code }) => words(`health.code.${code}`)).join(", "),
    show(row.gradients[0]),
    show(row.gradients.at(-1)),
    updateText(row, words),
  ];
  for (const [at, text] of texts.entries()) write(element.cells[at + 1] ?? null, text);
}

/** @param {Row} row @param {Words} words */
function updateText({ update, clipped }, words) {
  if (update === clipped) return show(update);
  return words("health.row.clipped", { update: show(update), clipped: show(clipped) });
}
