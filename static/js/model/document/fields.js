// The fields of a link beside program and values: what a document says about how it wants to be seen.

/** @import { Document } from "../../types.js" */

/** What `hide` calls the numbers that are computed. */
export const NUMBERS = "numbers";

/** @param {Pick<Document, "rest">} document @param {string} key @returns {string} empty where it says nothing */
export function fieldOf({ rest }, key) {
  return rest.find(([name]) => name === key)?.[1] ?? "";
}

/** @param {Pick<Document, "rest">} document @param {string} key @returns {string[]} hide=table,paths as a list */
export function listOf(document, key) {
  return fieldOf(document, key).split(",").filter(Boolean);
}

/** The same document saying something else; nothing where the text is empty.
 * @param {Document} document @param {string} key @param {string} text @returns {Document} */
export function withField(document, key, text) {
  const others = document.rest.filter(([name]) => name !== key);
  return { ...document, rest: text === "" ? others : [...others, [key, text]] };
}
