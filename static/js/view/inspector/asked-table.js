// A block of the inspector that shows a table of derivatives once it is asked for.

/** @import { Store } from "../../store.js" */
/** @import { Value } from "../../types.js" */
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

/** @param {Value[][]} rows @param {string} label
 * @param {{ across: string[], down: string[] }} [names] of the columns and of the rows */
export function tableOf(rows, label, names) {
  const shown = rows.slice(0, MOST).map((row) => row.slice(0, MOST));
  const wide = (rows[0]?.length ?? 0) > MOST;
  const lines = shown.map((row, at) =>
    html("tr", {}, names ? head(names.down[at]) : null, ...row.map(cell), wide && more()),
  );
  const top = names && html("tr", {}, html("td"), ...names.across.slice(0, MOST).map(head));
  const table = html(
    "table",
    { class: "derivatives", "aria-label": label },
    html("tbody", {}, top ?? null, ...lines),
  );
  if (rows.length > MOST) table.append(html("tbody", {}, html("tr", {}, more())));
  return html("div", { class: "scroll", tabindex: 0, role: "group", "aria-label": label }, table);
}

/** @param {Value} value */
function cell(value) {
  return html("td", { class: value === 0 ? "derived zero" : "derived" }, show(value));
}

/** @param {string | undefined} name */
function head(name) {
  return html("th", { scope: "col", class: "derived name" }, name ?? "");
}

function more() {
  return html("td", { class: "derived zero" }, "…");
}
