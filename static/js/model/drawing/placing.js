// The layout engine's answer as places: boxes, routes that fan out of a card, pills, the whole size.

/** @import { Box, Direction, Graph, Placed, Point } from "../../types.js" */
import { fanned } from "./fan.js";
import { besideOf, sizeOf } from "./layout-input.js";
import { pillsFor } from "./pills.js";
import { edgesFrom } from "./wiring.js";

/** What elk sends back, as far as it is read here.
 * @typedef {{ id?: string, x?: number, y?: number, width?: number, height?: number,
 *   children?: Laid[] }} Laid
 * @typedef {{ children?: Laid[], bundled?: boolean,
 *   edges?: { sections?: { startPoint: Point, bendPoints?: Point[], endPoint: Point }[] }[] }} Elk */

const SUM = { width: 64, height: 18 };
const HANDLE = { inset: 8, width: 104, height: 26 };

/** @param {Graph} graph @param {Elk} laid @param {Direction} direction @returns {Placed} */
export function placing(graph, laid, direction) {
  const found = new Map(all(laid.children ?? []).map((each) => [each.id, each]));
  const nodes = graph.nodes.map((node) => {
    const { x = 0, y = 0 } = found.get(`n${node.id}`) ?? {};
    return { x, y, ...sizeOf(node) };
  });
  const hulls = [...found.values()].flatMap((each) => hullOf(each));
  const lines = routesIn(laid);
  const routes = laid.bundled ? lines : fanned(graph, nodes, lines, direction);
  return {
    direction,
    nodes,
    routes,
    pills: pillsFor(
      routes,
      [
        ...nodes,
        ...nodes.flatMap((box, id) => sumOf(graph, box, id, direction)),
        ...hulls.map((hull) => handleOf(hull, direction)),
      ],
      direction,
    ),
    bounds: boundsOf(
      [
        ...nodes.map((box, id) => withSum(graph, box, id, direction)),
        ...hulls.map(({ box }) => box),
      ],
      routes,
    ),
    hulls,
  };
}

/** Where a frame has its name: at the start of the flow, off the edges that come in.
 * @param {NonNullable<Placed["hulls"]>[number]} hull @param {Direction} direction @returns {Box} */
export function handleOf({ box }, direction) {
  const x = direction === "right" ? box.x + HANDLE.inset : box.x + box.width - HANDLE.width;
  return { x, y: box.y + HANDLE.inset, width: HANDLE.width - HANDLE.inset, height: HANDLE.height };
}

/** @param {Laid[]} children @returns {Laid[]} the outer ones first */
function all(children) {
  return children.flatMap((each) => [each, ...all(each.children ?? [])]);
}

/** @param {Laid} laid @returns {NonNullable<Placed["hulls"]>} */
function hullOf({ id, x = 0, y = 0, width = 0, height = 0 }) {
  return id?.startsWith("g") ? [{ group: Number(id.slice(1)), box: { x, y, width, height } }] : [];
}

/** @param {Elk} laid @returns {Point[][]} */
export function routesIn({ edges = [] }) {
  return edges.map(({ sections: [section] = [] }) =>
    section ? [section.startPoint, ...(section.bendPoints ?? []), section.endPoint] : [],
  );
}

/** Where a sum stands, if one does: no label of an edge is to cover it.
 * @param {Graph} graph @param {Box} box @param {number} id @param {Direction} direction @returns {Box[]} */
function sumOf(graph, { x, y, width, height }, id, direction) {
  if (edgesFrom(graph, id).length < 2) return [];
  const [left, top] = direction === "right" ? [width - SUM.width, height + 6] : [width + 8, 43];
  return [{ x: x + left, y: y + top, ...SUM }];
}

/** A card with the sum that stands by it. @param {Graph} graph @param {Box} box @param {number} id @param {Direction} direction */
function withSum(graph, box, id, direction) {
  return { ...box, width: box.width + besideOf(graph, id, direction) };
}

/** @param {Box[]} boxes @param {Point[][]} routes @returns {Box} */
function boundsOf(boxes, routes) {
  const bends = routes.flat();
  const xs = [...boxes.map((box) => box.x), ...bends.map((point) => point.x)];
  const ys = [...boxes.map((box) => box.y), ...bends.map((point) => point.y)];
  const rights = [...xs, ...boxes.map((box) => box.x + box.width)];
  const bottoms = [...ys, ...boxes.map((box) => box.y + box.height)];
  const [x, y] = [least(xs), least(ys)];
  return { x, y, width: most(rights) - x, height: most(bottoms) - y };
}

/** Math.min takes its numbers as arguments, and a large graph has too many. @param {number[]} numbers */
function least(numbers) {
  return numbers.reduce((low, each) => Math.min(low, each), numbers[0] ?? 0);
}

/** @param {number[]} numbers */
function most(numbers) {
  return numbers.reduce((high, each) => Math.max(high, each), numbers[0] ?? 0);
}
