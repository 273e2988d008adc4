// One node as a card: name and glyph above, value on the left, gradient on the right.

/** @import { Box, Direction, GraphNode, NodeView, Words } from "../../types.js" */
import { nameWidth, nameWithin, numberWithin } from "../../model/drawing/letters.js";
import {
  exact,
  rankOf,
  showAnyway,
  showBrief,
  showShape,
  showSum,
} from "../../model/numbers/numbers.js";
import { moveTo, set, svg, write } from "../element.js";
import { writeMath } from "../math/math.js";
import { standsIn } from "./sight.js";

/** @typedef {{ node: GraphNode, view: NodeView, box: Box, label: () => string, language: string, phase: string,
 *   direction: Direction, output: boolean, selected: boolean, reachable: boolean, on: boolean, group: number | null,
 *   gone: boolean, off: boolean, tangent: boolean, dragged: boolean, twin: boolean,
 *   mute: boolean }} Card `mute`: among names only, of a sum its sign alone */

const HEAD = 36;
/** Margins of a card, and air between its name and its glyph. */
const BESIDE_NAME = 38;
/** Air around a number. */
const BESIDE_NUMBER = 6;
/** A longer sum would run into its neighbours; the inspector has it in full. */
const LONGEST_SUM = { under: 110, beside: 86 };
/** Pixels of a sum: of a sign, and of what is as narrow as a space. */
const SUM_LETTER = 9.2;
const SUM_SPACE = 4.8;
/** More than this are longer than that, however short each is. */
const MOST_PARTS = 3;
/** A twin is only looked at. */
const TWIN = { role: null };

/** @param {Card} card */
export function makeCard({ node, box, group }) {
  if (node.kind === "constant") return makeConstant(box);
  const card = makeFull(box);
  if (group !== null) card.prepend(...sheets(box));
  return card;
}

/** A folded group looks like cards that lie on one another. @param {Box} box */
function sheets({ width, height }) {
  return [8, 4].map((by) => svg("rect", { class: "sheet", x: by, y: by, width, height, rx: 12 }));
}

/** @param {Box} box */
function makeConstant({ width, height }) {
  return svg(
    "g",
    { class: "card constant", role: "button" },
    svg("rect", { class: "box", width, height, rx: 12 }),
    svg("text", { class: "v", x: width / 2, y: height / 2 + 6 }),
    ring(width, height),
  );
}

/** @param {Box} box */
function makeFull({ width, height }) {
  const middle = width / 2;
  return svg(
    "g",
    { class: "card", role: "button" },
    svg("rect", { class: "box", width, height, rx: 12 }),
    svg("path", {
      class: "slot left",
      d: `M1 ${HEAD}H${middle}V${height - 1}H13a12 12 0 0 1-12-12z`,
    }),
    svg("path", {
      class: "slot right",
      d: `M${middle} ${HEAD}H${width - 1}v${height - HEAD - 13}a12 12 0 0 1-12 12H${middle}z`,
    }),
    svg("path", { class: "rule", d: `M0 ${HEAD}H${width}M${middle} ${HEAD}V${height}` }),
    svg("rect", { class: "outline", width, height, rx: 12 }),
    svg("text", { class: "name", x: 14, y: 25 }),
    svg("text", { class: "glyph", x: width - 14, y: 25 }),
    svg("text", { class: "v", x: middle / 2, y: HEAD + 22 }),
    svg("text", { class: "g", x: middle * 1.5, y: HEAD + 22 }),
    svg("text", { class: "sum" }),
    ring(width, height),
  );
}

/** What the keyboard's focus looks like. @param {number} width @param {number} height */
function ring(width, height) {
  return svg("rect", {
    class: "ring",
    x: -5,
    y: -5,
    width: width + 10,
    height: height + 10,
    rx: 16,
  });
}

/** @param {Element} element @param {Card} card @param {Words} words */
export function updateCard(element, card, words) {
  const { node, view, box } = card;
  set(element, {
    class: classOf(card),
    ...(card.twin ? TWIN : hooksOf(card)),
  });
  if (!(card.twin || card.dragged)) label(element, card, words);
  if (moveTo(/** @type {SVGElement} */ (element), box)) standsIn(element, box);
  const { name = null, glyph = null, v, g, sum: below } = partsOf(element);
  const sign = glyphOf(card, words);
  if (node.title) write(name, node.title);
  else writeMath(name, nameWithin(node.name, box.width - BESIDE_NAME - nameWidth(sign)));
  write(glyph, sign);
  const half = box.width / 2;
  number(v, node.kind === "constant" && rankOf(node) === 0 ? box.width : half, numberOf(card), "·");
  number(g, half, slopeOf(card), view.barren ? "–" : "·");
  sum(below, card);
}

/** What tests and screen readers find a node by. @param {Card} card */
function hooksOf({ node, view, tangent, selected, reachable, group }) {
  const derivative = exact(view.gradient);
  return {
    "data-node": node.name,
    "data-value": exact(view.value),
    "data-gradient": tangent ? "" : derivative,
    "data-tangent": tangent ? derivative : null,
    "data-group": group,
    "aria-pressed": String(selected),
    "aria-expanded": group === null ? null : "false",
    tabindex: reachable ? 0 : -1,
  };
}

/** The parts of a card that change, looked for once. @type {WeakMap<Element, Record<string, Element>>} */
const known = new WeakMap();

/** @param {Element} element */
function partsOf(element) {
  const found = known.get(element);
  if (found) return found;
  /** @type {Record<string, Element>} */
  const parts = {};
  for (const part of element.children) parts[part.classList[0] ?? ""] = part;
  known.set(element, parts);
  return parts;
}

/** What each card's label was made of; labels are made anew only when that changes.
 * @type {WeakMap<Element, unknown[]>} */
const labelled = new WeakMap();

/** @param {Element} element @param {Card} card @param {Words} words */
function label(element, { node, view, label: text }, words) {
  const now = [node, view.value, view.gradient, words];
  const before = labelled.get(element) ?? [];
  if (now.every((each, i) => each === before[i])) return;
  labelled.set(element, now);
  set(element, { "aria-label": text() });
}

/** The sum stands where no edge leaves: under the card, or beside it where the flow runs down.
 * @param {Element | undefined} element @param {Card} card */
function sum(element, { view, box, direction, mute }) {
  if (!element) return;
  const under = direction === "right";
  set(element, {
    x: under ? box.width - 2 : box.width + 8,
    y: under ? box.height + 20 : HEAD + 21,
    "text-anchor": under ? "end" : "start",
  });
  const text = sumOf(view, under ? LONGEST_SUM.under : LONGEST_SUM.beside);
  write(element, mute ? text.slice(0, 1) : text);
}

/** @param {Card} card */
function classOf({ node, view, phase, selected, output, on, gone, off, group }) {
  const names = [
    "card",
    node.kind,
    group !== null && "group",
    node.title && "titled",
    view.hot && `hot ${phase}`,
    view.value === null && "waiting",
    !view.complete && view.arrived.length > 0 && "partial",
    selected && "selected",
    output && "output",
    on && "on",
    gone && "gone",
    off && "off",
  ];
  return names.filter(Boolean).join(" ");
}

/** @param {Card} card @param {Words} words */
function glyphOf({ node, group }, words) {
  if (group !== null) return `${node.glyph} +`.trimStart();
  if (node.kind === "input") return words("card.input");
  return rankOf(node) > 0 ? `${node.glyph} ${showShape(node.shape)}` : node.glyph;
}

/** A constant is called what it is. @param {Card} card */
function numberOf({ node, view }) {
  return node.kind === "constant" ? showAnyway(view.value) : showBrief(view.value);
}

/** A tangent is written as the second part of a dual number. @param {Card} card */
function slopeOf({ view, tangent }) {
  const text = showBrief(view.gradient);
  if (text === "") return "";
  return `${text}${tangent ? " ε" : ""}`;
}

/** A number in its slot, or the mark of an empty one; long ones are set smaller, and what would stick
 * out even then is set narrower.
 * @param {Element | undefined} element @param {number} width of the slot
 * @param {string} there the number, "" where there is none @param {string} empty */
function number(element, width, there, empty) {
  if (!element) return;
  const text = there || empty;
  write(element, text);
  const room = width - BESIDE_NUMBER;
  const { called, wide } = numberWithin(text, room);
  const names = [element.classList[0], there === "" && "wait", called];
  set(element, {
    class: names.filter(Boolean).join(" "),
    textLength: wide && room,
    lengthAdjust: wide && "spacingAndGlyphs",
  });
}

/** Where contributions add up: what has come, and whether more is to come.
 * @param {NodeView} view @param {number} room */
function sumOf({ arrived, expected }, room) {
  if (expected < 2) return "";
  if (arrived.length === 0) return "Σ";
  if (expected > MOST_PARTS) return `Σ ${arrived.length}/${expected}`;
  const parts = arrived.map((arrival) => arrival.contribution);
  const missing = " + ?".repeat(expected - parts.length);
  const text = `Σ ${showSum(parts)}${missing}`;
  return widthOf(text) > room ? `Σ ${arrived.length}/${expected}` : text;
}

/** @param {string} sum */
function widthOf(sum) {
  const narrow = sum.match(/[ .]/g)?.length ?? 0;
  return (sum.length - narrow) * SUM_LETTER + narrow * SUM_SPACE;
}
