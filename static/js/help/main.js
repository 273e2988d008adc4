// Help: the keys, the words of the subject and the operations, each from the one table that has them.

/** @import { Operation } from "../types.js" */
/** @import { Term } from "../lesson/types.js" */
import { get } from "../effects/server/server.js";
import { drawGlossary } from "../gallery/glossary.js";
import { shelfOf } from "../gallery/shelf.js";
import { SHORTCUTS, capOf } from "../model/shortcuts.js";
import { WRITING } from "../model/text/keys.js";
import { byId, html } from "../view/element.js";

await shelfOf(async (words, language) => {
  byId("keys").replaceChildren(
    ...[...SHORTCUTS, ...WRITING].flatMap((key) =>
      row(html("kbd", {}, capOf(key)), words(`key.${key.act}`)),
    ),
  );
  /** @type {[{ glossary: Record<string, Term> }, { operations: Operation[] }]} */
  const [{ glossary }, { operations }] = await Promise.all([
    get("lessons", { language }),
    get("operations", { language }),
  ]);
  drawGlossary(glossary, language);
  byId("rules").replaceChildren(
    ...operations.flatMap(({ typed, words: told }) => row(html("code", {}, typed), told[language])),
  );
});

// What the address leads to has moved down meanwhile.
document.querySelector(":target")?.scrollIntoView();

/** @param {HTMLElement} what @param {string} meaning */
function row(what, meaning) {
  return [html("dt", {}, what), html("dd", {}, meaning)];
}
