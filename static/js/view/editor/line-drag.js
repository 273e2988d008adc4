// A line is taken by its number or its dot and carried to another place. A finger has the menu for it.

/** @import { Text } from "../../../vendor/codemirror.js" */
/** @import { Lines } from "../../model/text/pieces.js" */
/** @import { Around } from "./lines.js" */
import { EditorView } from "../../../vendor/codemirror.js";
import { placesFor } from "../../model/text/rearranged.js";
import { html, style } from "../element.js";

/** A hand this still has only pressed. */
const STILL = 4;

/** What is carried in which text, where it may go, and where it would go now: the line it would stand before.
 * @typedef {{ doc: Text, own: Lines, places: number[], before: number }} Load */

/** @param {Pick<Around, "view" | "read">} around @param {(event: MouseEvent) => number | null} lineAt
 * @param {(line: number, before: number) => void} put */
export function bindLineDrag({ view, read }, lineAt, put) {
  const { scrollDOM } = view;
  const load = html("div", { class: "cm-load", hidden: true });
  const place = html("div", { class: "cm-place", hidden: true });
  scrollDOM.append(load, place);
  /** @type {{ pointer: number, line: number, y: number, load: Load | null } | null} */
  let held = null;

  scrollDOM.addEventListener("pointerdown", (event) => {
    const line = lineAt(event);
    const { button, pointerId, pointerType, clientY } = event;
    if (line === null || button !== 0 || pointerType === "touch" || view.state.readOnly) return;
    held = { pointer: pointerId, line, y: clientY, load: null };
  });
  scrollDOM.addEventListener("pointermove", ({ buttons, pointerId, clientY }) => {
    if (held?.pointer !== pointerId) return;
    if (buttons === 0) return letGo(); // it was let go elsewhere
    if (!held.load && Math.abs(clientY - held.y) <= STILL) return;
    held.load ??= taken(held);
    carry(held.load, clientY);
  });
  scrollDOM.addEventListener("pointerup", () => {
    const done = held;
    letGo();
    // Where the text has changed meanwhile, its lines are others.
    if (done?.load?.doc === view.state.doc) put(done.line, done.load.before);
  });
  scrollDOM.addEventListener("lostpointercapture", letGo);

  /** @param {{ pointer: number, line: number }} of @returns {Load} */
  function taken({ pointer, line }) {
    scrollDOM.setPointerCapture(pointer);
    scrollDOM.classList.add("cm-carrying");
    addEventListener("keydown", leave, { capture: true });
    const { doc } = view.state;
    const { own, places } = placesFor(read(doc).found, line);
    return { doc, own, places, before: own.first };
  }

  /** To the nearest of its places. @param {Load} what @param {number} y of the pointer */
  function carry(what, y) {
    const away = (/** @type {number} */ line) => Math.abs(heightOf(line) + view.documentTop - y);
    what.before = what.places.reduce((best, line) => (away(line) < away(best) ? line : best));
    const { own, before } = what;
    show(load, heightOf(own.first), heightOf(own.last + 1));
    show(place, heightOf(before), heightOf(before));
    const { doc } = view.state;
    const near = doc.line(Math.min(before, doc.lines)).from;
    view.dispatch({ effects: EditorView.scrollIntoView(near) });
  }

  /** Where a line begins; the one after the last begins where that ends. @param {number} line */
  function heightOf(line) {
    const { doc } = view.state;
    if (line > doc.lines) return view.lineBlockAt(doc.length).bottom;
    return view.lineBlockAt(doc.line(line).from).top;
  }

  /** @param {HTMLElement} element @param {number} from @param {number} to */
  function show(element, from, to) {
    const top = view.documentTop - scrollDOM.getBoundingClientRect().top + scrollDOM.scrollTop;
    element.hidden = false;
    style(element, "top", `${top + from}px`);
    style(element, "height", `${to - from}px`);
  }

  /** It goes back where it was. @param {KeyboardEvent} event */
  function leave(event) {
    if (event.key !== "Escape") return;
    event.stopPropagation();
    letGo();
  }

  function letGo() {
    held = null;
    load.hidden = true;
    place.hidden = true;
    scrollDOM.classList.remove("cm-carrying");
    removeEventListener("keydown", leave, { capture: true });
  }
}

export const dragTheme = EditorView.theme({
  ".cm-carrying, .cm-carrying .cm-gutterElement:has(span)": { cursor: "grabbing" },
  ".cm-load, .cm-place": {
    position: "absolute",
    left: "0",
    right: "0",
    zIndex: "201", // above the numbers
    pointerEvents: "none",
  },
  ".cm-load": { background: "var(--focus)", opacity: "0.12" },
  ".cm-place": { borderTop: "2px solid var(--focus)", marginTop: "-1px" },
});
