// The name beside a box.

import { set, write } from "../view/element.js";

/** What stands beside a box is its name, and nothing of the box itself.
 * @param {Element} name @param {Element} box @param {string} text */
export function label(name, box, text) {
  write(name, text);
  set(box, { "aria-label": text });
}
