// A graph as the layout engine wants it: boxes of known size, with ports in the order of the operands.

/** @import { Direction, Edge, Graph, GraphNode, Point } from "../../types.js" */
import { nameWidth } from "./letters.js";
import { rankOf } from "../numbers/numbers.js";
import { edgesFrom, edgesInto } from "./wiring.js";

/** @typedef {{ width: number, height: number }} Size */

const CARD = { width: 144, height: 68 };
const CONSTANT = { width: 68, height: 40 };
export const WIDEST = 232;
const LETTER = 9;
/** Room for a sum of two or three contributions. */
const BESIDE_CARD = 72;
/** Glyph and margins beside a name. */
const BESIDE_NAME = 62;
const MARGINS = 44;

/** @param {GraphNode} node @returns {Size} */
export function sizeOf(node) {
  const text = node.title ?? node.name;
  const name = Math.max(lettersIn(text) * LETTER, nameWidth(text));
  if (node.kind === "constant") return { ...CONSTANT, width: within(CONSTANT.width, name + 28) };
  const least = rankOf(node) > 0 ? WIDEST : CARD.width; // a tensor shows two numbers where others show one
  const sign = Math.max(BESIDE_NAME, MARGINS + node.glyph.length * LETTER);
  return { ...CARD, width: within(least, name + sign) };
}

/** Chinese is twice as wide. @param {string} text */
function lettersIn(text) {
  return text.length + (text.match(/\p{Script=Han}/gu)?.length ?? 0);
}

/** @param {number} least @param {number} wanted */
function within(least, wanted) {
  return Math.min(WIDEST, Math.max(least, wanted));
}

/** Where on the side of a card a port stands, from 0 to 1.
 * @param {number} port @param {number} count */
export function portAt(port, count) {
  return (port + 1) / (count + 1);
}

/** Where the flow runs down, what adds up is written beside the card: that place is kept free.
 * @param {Graph} graph @param {number} id @param {Direction} direction */
export function besideOf(graph, id, direction) {
  return direction === "down" && edgesFrom(graph, id).length > 1 ? BESIDE_CARD : 0;
}

/** Around the nodes of an open group, and above them room for its name. */
const HULL = "[top=44,left=20,bottom=22,right=20]";

/** Nodes that are to stand together. @typedef {{ id: number, nodes: number[] }} Together */

/** Small graphs have air around them, large ones keep close. */
const SMALL = 12;
const SPACES = {
  right: { airy: { layer: "118", node: "88" }, close: { layer: "100", node: "44" } },
  down: { airy: { layer: "84", node: "28" }, close: { layer: "70", node: "22" } },
};

/** @param {Graph} graph @param {Direction} direction @param {Together[]} [groups] the outer ones first
 * @param {Map<string, Point>} [places] where cards stood before, by name: their order is kept
 * @returns {import("elkjs").ElkNode} */
export function layoutInput(graph, direction, groups = [], places = new Map()) {
  return {
    id: "graph",
    layoutOptions: {
      ...(groups.length > 0 ? NESTED : {}),
      ...(places.size > 0 ? { "elk.layered.crossingMinimization.semiInteractive": "true" } : {}),
      ...spacing(graph, direction),
      "elk.algorithm": "layered",
      "elk.direction": direction === "right" ? "RIGHT" : "DOWN",
      "elk.edgeRouting": "POLYLINE",
      ...placement(graph),
      "elk.layered.considerModelOrder.strategy": "NODES_AND_EDGES",
      "elk.separateConnectedComponents": "false",
    },
    children: nested(graph, direction, groups, places),
    edges: graph.edges.map((edge) => ({
      id: `e${edge.id}`,
      sources: [outPort(edge.source)],
      targets: [inPort(edge)],
    })),
  };
}

/** @param {Graph} graph @param {Direction} direction */
function spacing(graph, direction) {
  const space = SPACES[direction][graph.nodes.length <= SMALL ? "airy" : "close"];
  return {
    "elk.layered.spacing.nodeNodeBetweenLayers": space.layer,
    "elk.spacing.nodeNode": space.node,
    "elk.spacing.edgeNode": "24",
  };
}

/** A small graph stands in balance, each card in the middle of its neighbours; a larger one keeps
 * close, and its cards change places once more where that takes a crossing away.
 * @param {Graph} graph @returns {Record<string, string>} */
function placement({ nodes }) {
  return nodes.length <= SMALL
    ? {
        "elk.layered.nodePlacement.strategy": "BRANDES_KOEPF",
        "elk.layered.nodePlacement.bk.fixedAlignment": "BALANCED",
      }
    : {
        "elk.layered.nodePlacement.strategy": "LINEAR_SEGMENTS",
        "elk.layered.crossingMinimization.greedySwitch.activationThreshold": "0",
      };
}

/** One layout through all depths, with every place told in the same coordinates. */
const NESTED = {
  "elk.hierarchyHandling": "INCLUDE_CHILDREN",
  "elk.json.edgeCoords": "ROOT",
  "elk.json.shapeCoords": "ROOT",
};

/** Each node in the innermost group it belongs to, each group in the one around it.
 * @param {Graph} graph @param {Direction} direction @param {Together[]} groups
 * @param {Map<string, Point>} places */
function nested(graph, direction, groups, places) {
  /** @type {Map<number, import("elkjs").ElkNode>} */
  const inner = new Map();
  /** @type {import("elkjs").ElkNode[]} */
  const outside = [];
  for (const { id, nodes } of groups) {
    const layoutOptions = { ...spacing(graph, direction), "elk.padding": HULL };
    const hull = { id: `g${id}`, layoutOptions, children: [] };
    (inner.get(nodes[0] ?? -1)?.children ?? outside).push(hull);
    for (const node of nodes) inner.set(node, hull);
  }
  for (const node of graph.nodes)
    (inner.get(node.id)?.children ?? outside).push(
      child(graph, node, direction, places.get(node.name), groups.length + places.size > 0),
    );
  return outside;
}

/** @param {Graph} graph @param {GraphNode} node @param {Direction} direction
 * @param {Point | undefined} place @param {boolean} turning whether the engine itself finds the order of
 * operands that may change places: where nothing comes after it that could */
function child(graph, node, direction, place, turning) {
  const right = direction === "right";
  const { width, height } = sizeOf(node);
  const inputs = edgesInto(graph, node.id);
  return {
    id: `n${node.id}`,
    width: width + besideOf(graph, node.id, direction),
    height,
    layoutOptions: {
      "elk.portConstraints": turning && node.commutes ? "FIXED_SIDE" : "FIXED_POS",
      ...(place ? { "elk.position": `(${place.x}, ${place.y})` } : {}),
    },
    ports: [
      ...inputs.map((edge) => {
        const at = portAt(edge.port, inputs.length);
        return {
          id: inPort(edge),
          ...(right ? { x: 0, y: at * height } : { x: at * width, y: 0 }),
          layoutOptions: { "elk.port.side": right ? "WEST" : "NORTH" },
        };
      }),
      {
        id: outPort(node.id),
        ...(right ? { x: width, y: height / 2 } : { x: width / 2, y: height }),
        layoutOptions: { "elk.port.side": right ? "EAST" : "SOUTH" },
      },
    ],
  };
}

/** @param {Edge} edge */
function inPort(edge) {
  return `i${edge.target}.${edge.port}`;
}

/** @param {number} id */
function outPort(id) {
  return `o${id}`;
}
