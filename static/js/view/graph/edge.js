// One edge: a curve, an arrow head the way information flows, and its local derivative on a pill.

/** @import { Direction, Edge, EdgeView, Point } from "../../types.js" */
import { namesOnly, preferences } from "../../model/document/preferences.js";
import { pathOf } from "../../model/drawing/curve.js";
import { exact, isNumberLike, show, showFactor } from "../../model/numbers/numbers.js";
import { partial } from "../../model/steps/chain.js";
import { moveTo, set, style, svg } from "../element.js";
import { writeMath } from "../math/math.js";
import { runsAlong, standsIn } from "./sight.js";

/** @typedef {{ edge: Edge, view: EdgeView, route: Point[], pill: Point, direction: Direction,
 *   name: string, label: string, breadth: number | undefined, lit: boolean, faded: boolean, off: boolean,
 *   twin: boolean }} Line */

const LETTER = 8.2;
const PADDING = 20;
/** A long product is set smaller: it has to stand between two cards. */
const LONG = { from: 11, letter: 7.4, padding: 14 };

/** Longer ones would run across cards. */
const LONGEST_SYMBOL = 9;

export function makeLine() {
  return svg(
    "g",
    { class: "edge" },
    svg("path", { class: "reach" }),
    svg("path", { class: "line" }),
  );
}

/** Pixels, of what carries least and most; in strides that an eye can tell apart, so that few edges are
 * painted anew while a value is dragged. */
const BREADTH = { least: 1.25, most: 3.5, stride: 0.25 };

/** @param {SVGElement} element @param {Line} line */
export function updateLine(element, line) {
  const { edge, view, route, direction, name, lit, faded, off, twin } = line;
  const breadth = namesOnly() ? undefined : line.breadth; // it would tell sizes
  const states = [lit && "lit", faded && "faded", off && "off", ...sizesOf(breadth)];
  const marks = [view.hot && "hot", ...states, !view.local && "silent"];
  style(element, "--broad", `${broad(breadth)}px`);
  const names = ["edge", view.flow, ...marks];
  set(element, {
    class: names.filter(Boolean).join(" "),
    "data-edge": twin ? null : `${name}:${edge.port}`,
    "data-local": twin ? null : exact(view.local),
    "data-id": edge.id,
  });
  runAlong(element, route, direction);
  set(/** @type {Element} */ (element.lastElementChild), {
    "marker-start": view.flow === "reverse" ? "url(#arrow-reverse)" : null,
    "marker-end": endOf(view),
  });
}

/** @param {number | undefined} breadth */
function broad(breadth) {
  const { least, most, stride } = BREADTH;
  const share = Number.isFinite(breadth) ? Number(breadth) : 0.5;
  return least + Math.round(((most - least) * share) / stride) * stride;
}

/** Nothing but zero is dashed, what is not finite is hatched. @param {number | undefined} breadth */
function sizesOf(breadth) {
  return [breadth === 0 && "nought", breadth === Number.POSITIVE_INFINITY && "endless"];
}

/** Where each edge runs. @type {WeakMap<Element, Point[]>} */
const runs = new WeakMap();

/** @param {Element} element @param {Point[]} route @param {Direction} direction */
function runAlong(element, route, direction) {
  if (runs.get(element) === route) return;
  runs.set(element, route);
  runsAlong(element, route);
  const d = pathOf(route, direction);
  for (const path of element.children) set(path, { d });
}

/** Values and tangents arrive at the end of an edge. @param {EdgeView} view */
function endOf({ flow, hot }) {
  if (flow === "tangent") return "url(#arrow-forward)";
  return flow === "forward" ? `url(#arrow-${hot ? "forward" : "still"})` : null;
}

export function makePill() {
  return svg(
    "g",
    { class: "pill" },
    svg("rect", { height: 24, rx: 12, y: -12 }),
    svg("text", { y: 5 }),
  );
}

/** @param {SVGElement} element @param {Line} line */
export function updatePill(element, { edge, view, pill, label, lit, faded, off }) {
  const { width, height } = pillSize(label);
  const states = [lit && "lit", faded && "faded", off && "off"];
  const marks = [view.product && "hot", ...states, label === "" && "empty"];
  const names = ["pill", view.flow, ...marks, isLong(label.length) && "long"];
  set(element, { class: names.filter(Boolean).join(" "), "data-id": edge.id });
  moveTo(element, pill);
  standsIn(element, { x: pill.x - width / 2, y: pill.y - height / 2, width, height });
  set(/** @type {Element} */ (element.firstElementChild), { width, x: -width / 2 });
  writeMath(element.lastElementChild, label);
}

/** @param {string} label */
export function pillSize({ length }) {
  const width = isLong(length) ? length * LONG.letter + LONG.padding : length * LETTER + PADDING;
  return { width, height: 24 };
}

/** @param {number} length */
function isLong(length) {
  return length >= LONG.from;
}

/** The slope of a long name leaves out what it is of, for the edge leads there; or is not written.
 * @param {string} of @param {string} by */
function symbolOn(of, by) {
  const all = [partial(of, by), `∂/∂${by}`];
  return all.find(({ length }) => length <= LONGEST_SYMBOL) ?? "";
}

/** The local derivative, as the reader wants it; while it is being used, the whole product. Among
 * names only it is its symbol.
 * @param {EdgeView} view @param {string} of @param {string} by */
export function labelOn({ product, local }, of, by) {
  const { labels } = preferences;
  const named = namesOnly();
  if (!named && product && isNumberLike(product.local))
    return `${show(product.upstream)} · ${showFactor(product.local)}`;
  const number = show(local);
  if (labels === "none" || number === "") return "";
  if (labels === "number" && !named) return number;
  const symbol = symbolOn(of, by);
  if (named) return symbol;
  if (symbol === "") return number;
  return labels === "symbol" ? symbol : `${symbol} = ${number}`;
}
