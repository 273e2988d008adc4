// The presenter's own notes: kept in this browser as they are typed, beside the program or the lesson's place.

/** @import { Words } from "../types.js" */
/** @import { Show } from "./stage.js" */
import { keep, recall } from "../effects/keeping/storage.js";
import { moved, noted } from "../model/document/speaker-notes.js";
import { write } from "../view/element.js";

const KEY = "notes";

/** @param {HTMLTextAreaElement} box @param {HTMLElement} said whether it is kept @param {Words} first */
export function notesIn(box, said, first) {
  let words = first;
  let kept = true;
  /** @type {import("../model/document/speaker-notes.js").Place | null} */
  let here = null;
  box.disabled = true; // until it is known what the notes are of
  box.addEventListener("input", () => {
    if (!here) return;
    here = { ...here, carried: false };
    put(noted(recall(KEY) ?? {}, here.place, box.value));
  });

  /** @param {import("../model/document/speaker-notes.js").Notes} notes */
  function put(notes) {
    kept = keep(KEY, notes);
    tell();
  }

  function tell() {
    write(said, words(kept ? "presenter.kept" : "presenter.full"));
  }

  return {
    /** @param {Show} show */
    show({ place, work }) {
      const notes = recall(KEY) ?? {};
      const to = moved(notes, here ?? { place, work, carried: false }, { place, work });
      const other = here?.place !== place;
      here = to.here;
      box.disabled = false;
      if (to.notes !== notes) put(to.notes);
      if (other) box.value = to.notes[place] ?? "";
      tell();
    },
    /** @param {Words} now */
    speak(now) {
      words = now;
      if (here) tell();
    },
  };
}
