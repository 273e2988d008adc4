// What the picture of a field says, in words and numbers, and the key to its marks.

/** @import { Field, State } from "../../types.js" */
import { partial } from "../../model/steps/chain.js";
import { extent, flat } from "../../model/field.js";
import { show, showAnyway } from "../../model/numbers/numbers.js";

/** The marks that are in the picture. @param {Field} answer */
export function keysOf({ descent, axes: { y } }) {
  return [
    ...(y ? ["height", "arrow"] : ["value", "tangent"]),
    "here",
    ...(descent ? ["path"] : []),
  ];
}

/** @param {Field} answer @param {string} output @param {State["words"]} words */
export function sentenceOf(answer, output, words) {
  const heights = extent(flat(answer.value));
  const low = show(heights?.min);
  const high = show(heights?.max);
  const range = heights ? words("field.extent", { output, low, high }) : "";
  return [placeOf(answer, output, words), range, wayOf(answer, output, words)]
    .filter(Boolean)
    .join(" ");
}

/** Where the values stand, and how steep it is there.
 * @param {Field} answer @param {string} output @param {State["words"]} words */
function placeOf({ here, axes: { x, y } }, output, words) {
  if (!here) return "";
  const moving = [
    { name: x.name, at: here.x, slope: here.gradient.x },
    ...(y ? [{ name: y.name, at: here.y, slope: here.gradient.y }] : []),
  ];
  return words("field.here", {
    output,
    value: show(here.value),
    places: moving.map(({ name, at }) => `${name} = ${showAnyway(at)}`).join(", "),
    slopes: moving.map(({ name, slope }) => `${partial(output, name)} = ${show(slope)}`).join(", "),
  });
}

/** @param {Field} answer @param {string} output @param {State["words"]} words */
function wayOf({ descent }, output, words) {
  if (!descent) return "";
  const [n, value] = [descent.x.length - 1, show(descent.value.at(-1))];
  return words("field.way", { output, n, value });
}
