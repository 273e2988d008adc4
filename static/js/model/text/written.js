// A table as text for elsewhere: a spreadsheet, Markdown, LaTeX.

/** For a spreadsheet. @param {string[][]} rows */
export function asTsv(rows) {
  return rows.map((row) => row.map((cell) => cell.replaceAll("−", "-")).join("\t")).join("\n");
}

/** @param {string[][]} rows the first is the head */
export function asMarkdown([head = [], ...rows]) {
  const line = (/** @type {string[]} */ cells) =>
    `| ${cells.map((cell) => cell.replaceAll("|", "\\|")).join(" | ")} |`;
  return [line(head), line(head.map(() => "---")), ...rows.map(line)].join("\n");
}

/** What LaTeX reads in its own way. @type {Record<string, string>} */
const SPELT = {
  "∂": "$\\partial$",
  "−": "$-$",
  "×": "$\\times$",
  "·": "$\\cdot$",
  "⊙": "$\\odot$",
  "∞": "$\\infty$",
  "…": "\\ldots{}",
  "^": "\\^{}",
  "~": "\\~{}",
  "\\": "\\textbackslash{}",
};

/** @param {string[][]} rows the first is the head */
export function asLatex([head = [], ...rows]) {
  const cell = (/** @type {string} */ text) =>
    text.replace(/[#$%&_{}]|[∂−×·⊙∞…^~\\]/gu, (sign) => SPELT[sign] ?? `\\${sign}`);
  const line = (/** @type {string[]} */ cells) => `${cells.map(cell).join(" & ")} \\\\`;
  const begin = `\\begin{tabular}{${"l".repeat(head.length)}}`;
  return [begin, line(head), "\\hline", ...rows.map(line), "\\end{tabular}"].join("\n");
}
