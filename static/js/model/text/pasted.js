// A block of cells from a spreadsheet or a CSV file, and where it goes in a grid of numbers.

/** The rows of a pasted text; null where it is one entry and no block.
 * @param {string} text @returns {string[][] | null} */
export function rowsIn(text) {
  const lines = text.replace(/\r\n?/g, "\n").replace(/\n+$/, "").split("\n");
  const mark = ["\t", ";", ","].find((each) => text.includes(each));
  if (lines.length === 1 && mark === undefined) return null;
  return lines.map((line) => (mark ? line.split(mark) : [line]).map((cell) => cell.trim() || "0"));
}

/** The grid with a block laid over it; from the first cell the block is the whole of it.
 * @param {string[][]} grid @param {string[][]} block @param {number} row @param {number} column */
export function laidOver(grid, block, row, column) {
  if (row === 0 && column === 0) return block;
  return grid.map((cells, i) => cells.map((cell, j) => block[i - row]?.[j - column] ?? cell));
}

/** As the language writes it: a row is a vector, unless the grid had several.
 * @param {string[][]} rows @param {number} rank */
export function literalOf(rows, rank) {
  const written = rows.map((cells) => `[${cells.join(", ")}]`);
  return rank === 1 && written.length === 1 ? (written[0] ?? "[]") : `[${written.join(", ")}]`;
}
