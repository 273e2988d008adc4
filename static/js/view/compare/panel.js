// The compare panel: forward mode beside reverse mode on this graph, at any size, and in words.

/** @import { Store } from "../../store.js" */
/** @import { State } from "../../types.js" */
import { costsIn } from "./costs.js";
import { html, write } from "../element.js";
import { sizesIn } from "./sizes.js";

const NOTES = ["jvp", "vjp", "dual", "memory"];

/** @param {HTMLElement} place @param {Store} store @param {{ race: () => void }} asks */
export function comparePanel(place, store, asks) {
  const costs = costsIn(store, asks);
  const sizes = sizesIn(store);
  const notes = html("dl", { class: "mode-notes" });
  place.append(
    html(
      "div",
      { class: "scroll" },
      html("div", { class: "columns" }, costs.element, sizes.element, notesBlock(notes)),
    ),
  );
  for (const note of NOTES) notes.append(html("dt", { "data-note": note }), html("dd"));

  return {
    /** @param {State} state */
    draw(state) {
      if (place.hidden || !state.answer) return;
      costs.draw(state);
      sizes.draw(state);
      for (const term of notes.querySelectorAll("dt")) {
        const note = term.getAttribute("data-note");
        write(term, state.words(`note.${note}`));
        write(term.nextElementSibling, state.words(`note.text.${note}`));
      }
    },
  };
}

/** @param {HTMLElement} notes */
function notesBlock(notes) {
  return html("section", { class: "notes" }, notes);
}
