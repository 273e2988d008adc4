// The badge of trust: four independent ways to the same gradient, and whether they agree.

/** @import { Proof } from "../types.js" */
/** @import { Reading } from "./inspector.js" */
import { show } from "../model/numbers.js";
import { checkKey } from "../model/subject.js";
import { html } from "./element.js";
import { icon } from "./icons.js";

const WAYS = /** @type {const} */ (["reverse", "forward", "difference", "symbolic"]);

/** @type {Reading} */
export function proofBadge({ state, subject }) {
  if (subject.edge || subject.node.kind !== "input") return null;
  const { check, words } = state;
  if (check?.key !== checkKey(state)) return null;
  const proof = check.answer?.inputs[subject.node.name];
  if (!proof) return check.message ? html("p", { class: "block quiet" }, check.message) : null;
  const ways = WAYS.filter((way) => proof[way] !== null && proof[way] !== undefined);
  const key = proof.agree ? "proof.agree" : "proof.disagree";
  const head = html(
    "summary",
    { "data-key": "proof", class: proof.agree ? "agree" : "disagree" },
    proof.agree && icon("check"),
    words(key, { n: ways.length }),
    html("span", {}, ways.map((way) => words(`proof.${way}`)).join(words("proof.comma"))),
  );
  return html("details", { class: "block proof" }, head, table(proof, ways, words));
}

/** @param {Proof} proof @param {(typeof WAYS)[number][]} ways @param {import("../types.js").Words} words */
function table(proof, ways, words) {
  const rows = ways.map((way) =>
    html(
      "tr",
      {},
      html("th", { scope: "row" }, words(`proof.${way}`)),
      html("td", {}, full(proof[way])),
    ),
  );
  const error = html(
    "tr",
    {},
    html("th", { scope: "row" }, words("proof.error")),
    html("td", {}, show(proof.relative_error)),
  );
  return html("table", {}, html("tbody", {}, ...rows, error));
}

/** More digits than elsewhere: the point is how far they agree. @param {Proof["reverse"]} value */
function full(value) {
  return typeof value === "number" ? String(Number(value.toPrecision(12))) : show(value);
}
