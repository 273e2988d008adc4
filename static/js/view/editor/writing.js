// Whether someone writes: from a click or a key in the editor until a click outside its column.

import { byId, set } from "../element.js";

/** A narrow page gives the program more room meanwhile. Nothing moves before a hand is lifted: what was
 * pressed is still where it was. */
export function noteWriting() {
  const editor = byId("editor");
  const column = editor.closest("aside");
  editor.addEventListener("keydown", ({ key }) => key !== "Tab" && say(true));
  document.addEventListener("click", ({ target }) => {
    if (!(target instanceof Node)) return;
    if (editor.contains(target)) say(true);
    else if (!column?.contains(target)) say(false);
  });
}

/** @param {boolean} writing */
function say(writing) {
  set(document.body, { "data-writing": writing });
}
