// Single keys act where nothing is being typed; a switch in the sheet turns them off.

import { shortcutFor } from "../model/shortcuts.js";

/** Where Ctrl Z belongs to what is being typed. */
const TAKES_TEXT = "input:not([type=range]), textarea, [contenteditable], dialog";
/** Where keys mean text, a choice or a value of their own. */
const TAKES_KEYS =
  "input:not([type=range]), select, textarea, [contenteditable], :popover-open, dialog";

/** What moves a slider. */
const SLIDES = /^(Arrow|Page|Home|End)/;

/** Wanted while writing, too: with Ctrl they are no keys of a text. */
const ANYWHERE = ["search", "save", "png", "svg", "last"];

/** @param {(act: string) => boolean} perform @param {() => boolean} allowed
 * @param {EventTarget} [place] where keys are heard, if not on the whole page */
export function bindKeyboard(perform, allowed, place = document) {
  place.addEventListener("keydown", (heard) => {
    const event = /** @type {KeyboardEvent} */ (heard);
    const act = wantedBy(event);
    const single = !(event.ctrlKey || event.metaKey || event.altKey || act === "clear");
    if (act === null || (single && !allowed())) return;
    if (perform(act)) event.preventDefault();
  });
}

/** @param {KeyboardEvent} event */
function wantedBy(event) {
  if (event.defaultPrevented) return null;
  const act = shortcutFor(event);
  const anywhere = (event.ctrlKey || event.metaKey) && ANYWHERE.includes(act ?? "");
  return !anywhere && isTaken(event) ? null : act;
}

/** Text and choices keep their keys, and a button keeps its space bar. @param {KeyboardEvent} event */
function isTaken(event) {
  const target = event.composedPath()[0];
  if (!(target instanceof Element)) return true;
  if (event.key === "Escape" && document.querySelector(":popover-open, :modal")) return true; // closes it
  if (event.ctrlKey || event.metaKey) return target.closest(TAKES_TEXT) !== null;
  if (target.matches("[type=range]") && SLIDES.test(event.key)) return true;
  const presses = event.key === " " ? ", button, a, summary, [role=button]" : "";
  return target.closest(TAKES_KEYS + presses) !== null;
}
