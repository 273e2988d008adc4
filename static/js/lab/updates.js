// What the last step did: before, minus rate times gradient, after; for every number of every parameter.

/** @import { Value, Words } from "../types.js" */
/** @import { Update } from "./running.js" */
import { show, showFactor } from "../model/numbers/numbers.js";
import { html } from "../view/element.js";

/** @typedef {{ updates: Record<string, Update>, rate: number | null, words: Words,
 *   facts: [string, string][], link: string | null, save: () => void, remark: string | null }} Shown */
/** @typedef {{ name: string, before: Value, gradient: Value, change: Value, after: Value }} Row */

const MOST = 24;

/** @param {HTMLElement} place @param {Shown} shown */
export function drawUpdates(place, { updates, rate, words, facts, link, save, remark }) {
  const rows = Object.entries(updates).flatMap(([name, update]) => rowsOf(name, update));
  const list = facts.flatMap(([name, value]) => [html("dt", {}, name), html("dd", {}, value)]);
  const left = rows.length - MOST;
  const parts = [
    html("h2", {}, words("train.facts")),
    html("dl", { class: "facts" }, ...list),
    html("h2", {}, words(rate === null ? "train.change" : "train.update")),
    rows.length ? tableOf(rows, rate, words) : says(words("train.update.none")),
    left > 0 ? says(words("train.update.more", { n: left })) : null,
    rows.length ? explaining(link, save, words("train.explain")) : null,
    remark === null ? null : html("p", { class: "remark" }, remark),
  ];
  place.replaceChildren(...parts.filter((part) => part !== null));
}

/** The way to the step in the workspace: a link, or a file where no link can hold it.
 * @param {string | null} link @param {() => void} save @param {string} text */
function explaining(link, save, text) {
  if (link !== null) return html("a", { class: "button", href: link }, text);
  const button = html("button", { type: "button", class: "button" }, text);
  button.addEventListener("click", save);
  return button;
}

/** @param {string} text */
function says(text) {
  return html("p", { class: "says" }, text);
}

/** @param {Row[]} rows @param {number | null} rate @param {Words} words */
function tableOf(rows, rate, words) {
  const body = rows
    .slice(0, MOST)
    .map((row) =>
      html(
        "tr",
        { "data-update": row.name },
        html("th", { scope: "row" }, row.name),
        html("td", {}, sumOf(row, rate)),
      ),
    );
  return html(
    "table",
    { class: "update-table" },
    html("caption", { class: "unseen" }, words("train.update")),
    html("tbody", {}, ...body),
  );
}

/** With plain gradient descent the change is rate times gradient, and says so.
 * @param {Row} row @param {number | null} rate */
function sumOf({ before, gradient, change, after }, rate) {
  if (rate !== null)
    return `${show(before)} − ${show(rate)}·${showFactor(gradient)} = ${show(after)}`;
  return `${show(before)} + ${showFactor(change)} = ${show(after)}`;
}

/** A tensor number by number: `W1[0,2]`. @param {string} name @param {Update} update @returns {Row[]} */
function rowsOf(name, { before, gradient, change, after }) {
  if (!Array.isArray(after)) return [{ name, before, gradient, change, after }];
  return after.flatMap((_, at) =>
    rowsOf(placed(name, at), {
      before: part(before, at),
      gradient: part(gradient, at),
      change: part(change, at),
      after: part(after, at),
    }),
  );
}

/** @param {string} name @param {number} at */
function placed(name, at) {
  return name.endsWith("]") ? `${name.slice(0, -1)},${at}]` : `${name}[${at}]`;
}

/** @param {Value} value @param {number} at @returns {Value} */
function part(value, at) {
  return Array.isArray(value) ? (value[at] ?? 0) : value;
}
