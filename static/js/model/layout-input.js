// A graph as the layout engine wants it: boxes of known size, with ports in the order of the operands.

/** @import { Direction, Edge, Graph, GraphNode } from "../types.js" */
import { edgesFrom, edgesInto } from "./wiring.js";

/** @typedef {{ width: number, height: number }} Size */

const CARD = { width: 144, height: 68 };
const CONSTANT = { width: 68, height: 40 };
const WIDEST = 232;
const LETTER = 9;
/** Room for a sum of two or three contributions. */
const BESIDE_CARD = 72;
/** Glyph and margins beside a name. */
const BESIDE_NAME = 62;

/** @param {GraphNode} node @returns {Size} */
export function sizeOf(node) {
  const wanted = node.name.length * LETTER;
  if (node.kind === "constant") {
    return {
      width: Math.min(WIDEST, Math.max(CONSTANT.width, wanted + 28)),
      height: CONSTANT.height,
    };
  }
  return {
    width: Math.min(WIDEST, Math.max(CARD.width, wanted + BESIDE_NAME)),
    height: CARD.height,
  };
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

const SPACES = {
  right: { layer: "132", node: "80", edge: "32" },
  down: { layer: "84", node: "28", edge: "24" },
};

/** @param {Graph} graph @param {Direction} direction @returns {import("elkjs").ElkNode} */
export function layoutInput(graph, direction) {
  const space = SPACES[direction];
  return {
    id: "graph",
    layoutOptions: {
      "elk.algorithm": "layered",
      "elk.direction": direction === "right" ? "RIGHT" : "DOWN",
      "elk.edgeRouting": "POLYLINE",
      "elk.layered.spacing.nodeNodeBetweenLayers": space.layer,
      "elk.spacing.nodeNode": space.node,
      "elk.spacing.edgeNode": space.edge,
      "elk.layered.nodePlacement.strategy": "BRANDES_KOEPF",
      "elk.layered.nodePlacement.bk.fixedAlignment": "BALANCED",
      "elk.layered.considerModelOrder.strategy": "NODES_AND_EDGES",
      "elk.separateConnectedComponents": "false",
    },
    children: graph.nodes.map((node) => child(graph, node, direction)),
    edges: graph.edges.map((edge) => ({
      id: `e${edge.id}`,
      sources: [outPort(edge.source)],
      targets: [inPort(edge)],
    })),
  };
}

/** @param {Graph} graph @param {GraphNode} node @param {Direction} direction */
function child(graph, node, direction) {
  const right = direction === "right";
  const { width, height } = sizeOf(node);
  const inputs = edgesInto(graph, node.id);
  return {
    id: `n${node.id}`,
    width: width + besideOf(graph, node.id, direction),
    height,
    layoutOptions: { "elk.portConstraints": "FIXED_POS" },
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
