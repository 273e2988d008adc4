// Which derivatives are on show: gradients back (reverse), tangents onward (forward), or both at once.
// It stands in the link as mode=forward:b, where b is the input that moves.

/** @import { Document, Input } from "../../types.js" */
import { fieldOf, withField } from "./fields.js";

/** @typedef {"forward" | "reverse" | "both"} Mode */

/** @type {Mode[]} */
export const MODES = ["forward", "reverse", "both"];
const FIELD = "mode";

/** @param {Document} document @returns {Mode} */
export function modeOf(document) {
  const [name] = parts(document);
  return MODES.find((mode) => mode === name) ?? "reverse";
}

/** The input that moves in forward mode: the one that was chosen, or the first.
 * @param {Document} document @param {Input[]} inputs @returns {string | null} */
export function movingOf(document, inputs) {
  const { wrt } = document;
  const [, chosen] = parts(document);
  const wanted = wrt === null ? inputs : inputs.filter(({ name }) => wrt.includes(name));
  const found = wanted.find((input) => input.name === chosen) ?? wanted[0];
  return found?.name ?? null;
}

/** @param {Document} document @param {Mode} mode @param {string | null} moving @returns {Document} */
export function inMode(document, mode, moving) {
  const text = moving === null ? mode : `${mode}:${moving}`;
  return withField(document, FIELD, mode === "reverse" ? "" : text);
}

/** @param {Document} document @returns {[string, string]} the mode, and what moves */
function parts(document) {
  const text = fieldOf(document, FIELD);
  const at = text.indexOf(":");
  return at < 0 ? [text, ""] : [text.slice(0, at), text.slice(at + 1)];
}

/** The sweeps to ask for. A tensor has no gradients of one number; without inputs nothing moves.
 * @param {Mode} mode @param {{ tensor: boolean, moving: string | null }} what */
export function sweepsOf(mode, { tensor, moving }) {
  const back = mode !== "forward" && !tensor;
  const onward = mode !== "reverse" && moving !== null;
  return ["forward", ...(back ? ["reverse"] : []), ...(onward ? ["tangent"] : [])];
}
