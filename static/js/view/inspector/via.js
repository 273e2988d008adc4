// By which uses the gradient came, one row each, and what they add up to.

/** @import { Term } from "../../model/steps/chain.js" */
/** @import { Reading } from "./inspector.js" */
import { show, showFactor } from "../../model/numbers/numbers.js";
import { productsOf, termsOf } from "../../model/steps/chain.js";
import { html } from "../element.js";

const MOST_ROWS = 12;

/** @type {Reading} */
export function viaTable({ state, frame, subject }) {
  const { answer, words } = state;
  const view = frame.node(subject.node.id);
  if (!answer || !view || subject.edge) return null;
  const places = productsOf(answer.history, subject.node.id);
  if (places.length === 0) return null;
  const rows = termsOf(answer.history, frame, places.slice(0, MOST_ROWS)).map((term) =>
    row(words("via.name", { name: term.user.name }), valueText(term)),
  );
  if (places.length > MOST_ROWS)
    rows.push(row("…", words("via.more", { n: places.length - MOST_ROWS })));
  const total = row(words(view.complete ? "via.total" : "via.soFar"), show(view.gradient) || "·");
  return html(
    "table",
    { class: "block via", "aria-label": words("via.label", { name: subject.node.name }) },
    html("tbody", {}, ...rows),
    html("tfoot", {}, total),
  );

  /** @param {Term} term */
  function valueText({ arrived, next, upstream, local, contribution }) {
    if (arrived) return `${show(upstream)} · ${showFactor(local)} = ${show(contribution)}`;
    return words(next ? "via.next" : "via.later");
  }
}

/** @param {string} name @param {string} value */
function row(name, value) {
  return html("tr", {}, html("th", { scope: "row" }, name), html("td", {}, value));
}
