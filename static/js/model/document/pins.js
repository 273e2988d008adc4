// Cards that a hand has moved stay where they were put: in the document, and so in the link.
// They stand in the link as pin=c:120:-40,d:300:60, by name.

/** @import { Box, Document, Graph, Placed, Point } from "../../types.js" */
import { pointOn } from "../drawing/curve.js";
import { listOf, withField } from "./fields.js";

const FIELD = "pin";

/** @param {Document} document @returns {Map<string, Point>} */
export function pinsIn(document) {
  return new Map(
    listOf(document, FIELD).flatMap((pin) => {
      const [name = "", x = "", y = ""] = pin.split(":");
      const point = { x: Number(x), y: Number(y) };
      const right =
        name !== "" && x !== "" && y !== "" && Number.isFinite(point.x) && Number.isFinite(point.y);
      return right ? [[read(name), point]] : [];
    }),
  );
}

/** Names may hold anything, also what stands between pins. @param {string} name @returns {string} */
function read(name) {
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}

/** @param {Document} document @param {string} name @param {Point} point @returns {Document} */
export function withPin(document, name, { x, y }) {
  return withPins(document, pinsIn(document).set(name, { x: Math.round(x), y: Math.round(y) }));
}

/** A card goes back to where it would be. @param {Document} document @param {string} name @returns {Document} */
export function withoutPin(document, name) {
  const pins = pinsIn(document);
  pins.delete(name);
  return withPins(document, pins);
}

/** @param {Document} document @param {Map<string, Point>} pins @returns {Document} */
function withPins(document, pins) {
  const text = [...pins].map((pin) => `${encodeURIComponent(pin[0])}:${pin[1].x}:${pin[1].y}`);
  return withField(document, FIELD, text.join(","));
}

/** @param {Document} document @returns {Document} */
export function unpinned(document) {
  return withField(document, FIELD, "");
}

/** The same picture with cards where their pins say; only their own edges follow.
 * @template {Placed} P @param {P} placed @param {Graph} graph as it is drawn
 * @param {Map<string, Point>} pins @returns {P} */
export function pinned(placed, graph, pins) {
  /** @type {Map<number, Point>} */
  const moves = new Map();
  const nodes = placed.nodes.slice();
  for (const { id, name } of graph.nodes) {
    const [pin, box] = [pins.get(name), nodes[id]];
    if (!pin || !box) continue;
    moves.set(id, { x: pin.x - box.x, y: pin.y - box.y });
    nodes[id] = { ...box, ...pin };
  }
  if (moves.size === 0) return placed;
  return {
    ...placed,
    nodes,
    ...rerouted(placed, graph, moves),
    bounds: around(placed.bounds, nodes),
  };
}

/** @param {Placed} placed @param {Graph} graph @param {Map<number, Point>} moves */
function rerouted(placed, graph, moves) {
  const routes = placed.routes.slice();
  const pills = placed.pills.slice();
  for (const { id, source, target } of graph.edges) {
    const [start, end] = [routes[id]?.[0], routes[id]?.at(-1)];
    if (!start || !end || !(moves.has(source) || moves.has(target))) continue;
    const route = [moved(start, moves.get(source)), moved(end, moves.get(target))];
    routes[id] = route;
    pills[id] = pointOn(route, placed.direction, 0.5);
  }
  return { routes, pills };
}

/** @param {Point} point @param {Point | undefined} by */
function moved({ x, y }, by = { x: 0, y: 0 }) {
  return { x: x + by.x, y: y + by.y };
}

/** @param {Box} bounds @param {Box[]} boxes @returns {Box} */
function around(bounds, boxes) {
  let [left, top] = [bounds.x, bounds.y];
  let [right, bottom] = [bounds.x + bounds.width, bounds.y + bounds.height];
  for (const box of boxes) {
    if (!box) continue;
    left = Math.min(left, box.x);
    top = Math.min(top, box.y);
    right = Math.max(right, box.x + box.width);
    bottom = Math.max(bottom, box.y + box.height);
  }
  return { x: left, y: top, width: right - left, height: bottom - top };
}
