// One path as it is listed: where it leads, its factors, and what it contributes.

/** @import { Graph, PathItem, Value } from "../types.js" */
import { namesOnly } from "./document/preferences.js";
import { asNumber, isNumberLike, show, showFactor, showSum } from "./numbers/numbers.js";

const LONGEST_NAME = 16;
const MOST_NODES = 8;
const MOST_FACTORS = 8;
const MOST_TERMS = 6;

/** b → d → e; a long way by its two ends. @param {Graph} graph @param {PathItem} item */
export function wayOf(graph, { nodes }) {
  const names = nodes.map((id) => short(graph.nodes[id]?.name ?? ""));
  const half = MOST_NODES / 2;
  const shown =
    names.length > MOST_NODES ? [...names.slice(0, half), "…", ...names.slice(-half)] : names;
  return shown.join(" → ");
}

/** 1 · 3 = 3 @param {PathItem} item */
export function productOf({ factors, product }) {
  if (product === null) return "";
  if (factors.length < 2 || factors.length > MOST_FACTORS) return show(product);
  const written = factors.map((factor, i) => (i === 0 ? show(factor) : showFactor(factor)));
  return `${written.join(" · ")} = ${show(product)}`;
}

/** How long the bar beside a path is, against the largest; among names only there is none.
 * @param {PathItem[]} items @param {number} at */
export function shareOf(items, at) {
  if (namesOnly()) return 0;
  const sizes = items.map(({ product }) => Math.abs(asNumber(product)));
  const largest = Math.max(...sizes.filter(Number.isFinite), 0);
  const size = sizes[at] ?? 0;
  if (!Number.isFinite(size)) return 1;
  return largest === 0 ? 0 : size / largest;
}

/** 3 + 2 = 5, as far as the paths have been added up. @param {PathItem[]} items @param {number} at */
export function additionOf(items, at) {
  const done = items.slice(0, at + 1);
  const terms = /** @type {Value[]} */ (done.map(({ product }) => product));
  const running = show(done.at(-1)?.running ?? null);
  if (terms.length === 1) return running;
  const left = terms.length > MOST_TERMS ? `… ${signed(terms.slice(-MOST_TERMS))}` : showSum(terms);
  return `${left} = ${running}`;
}

/** @param {Value[]} terms */
function signed(terms) {
  const sum = showSum(terms);
  return sum.startsWith("−") ? `− ${sum.slice(1)}` : `+ ${sum}`;
}

/** Whether adding up every path has given what one reverse sweep gave.
 * @param {PathItem[]} items @param {Value | null} sum */
export function isConfirmed(items, sum) {
  const running = items.at(-1)?.running ?? null;
  if (!isNumberLike(sum) || !isNumberLike(running)) return false;
  const [one, other] = [asNumber(sum), asNumber(running)];
  return Object.is(one, other) || Math.abs(one - other) <= 1e-9 * Math.max(Math.abs(one), 1e-300);
}

/** @param {string} name */
function short(name) {
  return name.length > LONGEST_NAME ? `${name.slice(0, LONGEST_NAME - 1)}…` : name;
}
