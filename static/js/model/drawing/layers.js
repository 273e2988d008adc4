// A plain layered layout, for graphs too large for the layout engine.

/** @import { Direction, Graph } from "../../types.js" */
import { columnsOf } from "./columns.js";
import { boxesOf } from "./foreseen.js";
import { routesOf } from "./routes.js";

/** @param {Graph} graph @param {Direction} direction @returns {import("./placing.js").Elk} */
export function layers(graph, direction) {
  const columns = columnsOf(graph);
  const boxes = boxesOf(graph, columns, direction);
  return {
    children: boxes.map((box, i) => ({ id: `n${i}`, ...box })),
    edges: routesOf(graph, boxes, columns, direction).map(([startPoint, ...bendPoints]) => {
      const endPoint = bendPoints.pop();
      return startPoint && endPoint ? { sections: [{ startPoint, bendPoints, endPoint }] } : {};
    }),
    bundled: true,
  };
}
