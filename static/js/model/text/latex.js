// What LaTeX cannot take over as it is: the name e, which is Euler's number there, and blocks of lines.

/** @import { Document, LineFormula } from "../../types.js" */

const EULER = /(?<![\p{L}\p{N}_.])e(?![\p{L}\p{N}_])/gu;
const INSTEAD = "e_0";

/** @param {Document} document */
export function hasEuler({ source }) {
  return withoutComments(source).search(EULER) >= 0;
}

/** The same program with another name for it. @param {Document} document @returns {Document} */
export function withoutEuler(document) {
  const { source, values } = document;
  const renamed = Object.entries(values).map(([name, value]) => [
    name === "e" ? INSTEAD : name,
    value,
  ]);
  return {
    ...document,
    source: withoutComments(source).replace(EULER, INSTEAD),
    values: Object.fromEntries(renamed),
    output: document.output === "e" ? INSTEAD : document.output,
  };
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
