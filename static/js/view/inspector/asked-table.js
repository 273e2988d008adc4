// A block of the inspector that shows a table of derivatives once it is asked for.

/** @import { Store } from "../../store.js" */
/** @import { Value } from "../../types.js" */
import { namesOnly } from "../../model/document/preferences.js";
import { show } from "../../model/numbers/numbers.js";
import { html } from "../element.js";

/** More rows or columns than this are cut off. */
const MOST = 12;

/** @param {Store} store @param {"jacobian" | "hessian"} kind @param {string} key
 * @param {string} text @param {number} [node] */
export function asksFor(store, kind, key, text, node) {
  const button = html("button", { type: "button", class: "button", "data-key": kind }, text);
  button.addEventListener("click", () => {
    const wanted = { key, node, answer: null, message: "" };
    store.update({ tables: { ...store.state.tables, [kind]: wanted } });
  });
  return button;
}

/** The row that is looked at, and how another one is. @typedef {{ chosen: number | null,
 *   choose: (at: number) => void }} Choice */
/** Of the columns and of the rows. @typedef {{ across: string[], down: string[] } & Partial<Choice>} Names */

/** @param {Value[][]} rows @param {string} label @param {Names} [names] */
export function tableOf(rows, label, names) {
  const chosen = names?.chosen ?? null;
  const from = Math.max(0, (chosen ?? 0) - MOST + 1); // it is among those that are shown
  const shown = rows.slice(from, from + MOST).map((row) => row.slice(0, MOST));
  const wide = (rows[0]?.length ?? 0) > MOST;
  const lines = shown.map((row, i) => {
    const at = from + i;
    const now = chosen === at && "true";
    return html(
      "tr",
      { class: now && "chosen", "aria-current": now },
      names ? rowHead(names, at) : null,
      ...row.map(cell),
      wide && more(),
    );
  });
  const top = names && html("tr", {}, html("td"), ...names.across.slice(0, MOST).map(head));
  const table = html(
    "table",
    { class: "derivatives", "aria-label": label },
    html("tbody", {}, top ?? null, ...lines),
  );
  if (rows.length > from + MOST) table.append(html("tbody", {}, html("tr", {}, more())));
  return html("div", { class: "scroll", tabindex: 0, role: "group", "aria-label": label }, table);
}

/** @param {Value} value */
function cell(value) {
  return html(
    "td",
    { class: value === 0 && !namesOnly() ? "derived zero" : "derived" },
    show(value),
  );
}

/** @param {string | undefined} name */
function head(name) {
  return html("th", { scope: "col", class: "derived name" }, name ?? "");
}

/** @param {Names} names @param {number} at */
function rowHead({ across, down, choose }, at) {
  const name = down[at] ?? "";
  if (!choose) return html("th", { scope: "row", class: "derived name" }, name);
  const how = { type: "button", class: "link", "data-key": `row ${at} ${across[0]}` };
  const button = html("button", how, name);
  button.addEventListener("click", () => choose(at));
  return html("th", { scope: "row", class: "derived name" }, button);
}

function more() {
  return html("td", { class: "derived zero" }, "…");
}
