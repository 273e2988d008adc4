// A message of the server: what stands between backticks is code.

import { html } from "./element.js";

/** @param {string} text @returns {(Node | string)[]} */
export function messageOf(text) {
  return text.split("`").map((part, i) => (i % 2 === 1 ? html("code", {}, part) : part));
}
