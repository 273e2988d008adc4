// The cards in plain columns: enough to foresee the shape of a drawing.

/** @import { Box, Direction, Graph } from "../../types.js" */
import { columnsOf } from "./columns.js";
import { FLOW } from "./flow.js";
import { sizeOf } from "./layout-input.js";

const GAP = {
  right: { column: 110, row: 40 },
  down: { column: 76, row: 28 },
};

/** How large the drawing will be, about. @param {Graph} graph @param {Direction} direction */
export function foreseen(graph, direction) {
  const boxes = boxesOf(graph, columnsOf(graph), direction);
  const left = boxes.reduce((low, box) => Math.min(low, box.x), 0);
  const top = boxes.reduce((low, box) => Math.min(low, box.y), 0);
  return {
    x: left,
    y: top,
    width: boxes.reduce((high, box) => Math.max(high, box.x + box.width), 0) - left,
    height: boxes.reduce((high, box) => Math.max(high, box.y + box.height), 0) - top,
  };
}

/** Column after column along the flow, each centred across it.
 * @param {Graph} graph @param {number[][]} columns @param {Direction} direction @returns {Box[]} */
export function boxesOf(graph, columns, direction) {
  const { along, length, across, breadth } = FLOW[direction];
  const gap = GAP[direction];
  /** @type {Box[]} */
  const boxes = graph.nodes.map((node) => ({ x: 0, y: 0, ...sizeOf(node) }));
  let reach = 0;
  for (const column of columns) {
    const members = column.flatMap((id) => boxes[id] ?? []);
    const whole = members.reduce((sum, box) => sum + box[breadth] + gap.row, -gap.row);
    const thick = members.reduce((high, box) => Math.max(high, box[length]), 0);
    let place = -whole / 2;
    for (const box of members) {
      box[along] = reach + thick - box[length];
      box[across] = place;
      place += box[breadth] + gap.row;
    }
    reach += thick + gap.column;
  }
  return boxes;
}
