// What LaTeX cannot take over as it is: the name e, which is Euler's number there, names such as w1,
// which are written with a subscript and read as w_1, and blocks of lines.

/** @import { Document, LineFormula } from "../../types.js" */

const EULER = /(?<![\p{L}\p{N}_.])e(?![\p{L}\p{N}_])/gu;
const INSTEAD = "e_0";
const NUMBERED = /(?<![\p{L}\p{N}_.])(\p{L}+)(\d+)(?![\p{L}\p{N}_]|\s*\()/gu;

/** @param {Document} document */
export function hasEuler({ source }) {
  return withoutComments(source).search(EULER) >= 0;
}

/** The same program with names that LaTeX reads as they are; null where two would become one.
 * @param {Document} document @returns {Document | null} */
export function asLatexNames(document) {
  const { values, output, wrt } = document;
  const source = withoutComments(document.source);
  const before = new Set([...namesIn(source), ...Object.keys(values)]);
  if (new Set([...before].map(asLatexName)).size < before.size) return null;
  const renamed = Object.entries(values).map(([name, value]) => [asLatexName(name), value]);
  return {
    ...document,
    source: asLatexName(source),
    values: Object.fromEntries(renamed),
    output: output && asLatexName(output),
    wrt: wrt?.map(asLatexName) ?? null,
  };
}

/** @param {string} text */
function asLatexName(text) {
  return text.replace(EULER, INSTEAD).replace(NUMBERED, "$1_$2");
}

/** @param {string} source */
function namesIn(source) {
  return source.match(/(?<![\p{L}\p{N}_.])\p{L}[\p{L}\p{N}_]*(?!\s*\()/gu) ?? [];
}

/** Whether there is a formula for every line that says something.
 * @param {string} source @param {LineFormula[]} formulas */
export function isWhole(source, formulas) {
  const lines = withoutComments(source)
    .split("\n")
    .filter((line) => line.trim() !== "");
  return lines.length === formulas.length && !lines.some((line) => /;|:\s*$/.test(line));
}

/** @param {string} source */
function withoutComments(source) {
  return source.replace(/#.*/g, "");
}
