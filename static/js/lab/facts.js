// Where a run stands, in a few lines: steps, loss, how often it is right, what the examples are.

/** @import { Value, Words } from "../types.js" */
/** @import { Course } from "./course.js" */
/** @import { Made, Seen } from "./looking.js" */
import { show } from "../model/numbers/numbers.js";

/** @typedef {[string, string]} Fact */

const DIGITS = 10; // enough to compare a loss with what a book prints

/** @param {Course} course @param {Made | null} made @param {Seen | null} seen @param {Words} words
 * @returns {Fact[]} */
export function factsOf(course, made, seen, words) {
  const described = made?.described;
  return [
    [words("train.step"), String(course.steps)],
    [words("train.loss"), precise(course.loss)],
    ...scoresOf(seen, words),
    ...(described ? examplesOf(described, words) : []),
  ];
}

/** @param {Seen | null} seen @param {Words} words @returns {Fact[]} */
export function scoresOf(seen, words) {
  /** @type {[string, number | null][]} */
  const shares = [
    [words("train.right"), seen?.right ?? null],
    [words("train.held"), seen?.held ?? null],
  ];
  return shares.flatMap(([name, share]) => (share === null ? [] : [[name, percent(share)]]));
}

/** @param {NonNullable<Made["described"]>} described @param {Words} words @returns {Fact[]} */
function examplesOf({ examples, held_out: held, shape, classes, least, most }, words) {
  return [
    [words("train.examples"), `${examples - held} + ${held}`],
    [words("train.inputs"), shape.join(" × ")],
    [words("train.range"), `${show(least)} … ${show(most)}`],
    [
      words("train.targets"),
      classes ? words("train.classes", { n: classes }) : words("train.numbers"),
    ],
  ];
}

/** @param {Value | null} loss */
function precise(loss) {
  if (loss === null) return "—";
  return typeof loss === "number" ? String(Number(loss.toPrecision(DIGITS))) : show(loss);
}

/** @param {number} share */
export function percent(share) {
  return `${show(Math.round(share * 1000) / 10)} %`;
}
