// The line being worked on, as mathematics, under the text; without a cursor, the line of this step.

/** @import { Frame, State } from "../../types.js" */
import { mathOf } from "../../trusted.js";
import { html, set } from "../element.js";
import { messageOf } from "../message.js";

/** Of the catalogue: sympy read the LaTeX. */
const READ = "latex_read";

/** @param {HTMLElement} place */
export function previewIn(place) {
  /** @type {number | null} */
  let cursor = null;
  /** @type {{ state: State, frame: Frame } | null} */
  let last = null;
  let shown = "";

  function show() {
    if (last === null) return;
    const { state, frame } = last;
    // Its letters, of which the graph needs some as well, are fetched after the first picture.
    const begun = state.answer !== null || state.problems.length > 0;
    const markup = begun ? markupFor(state, cursor ?? lineOf(state, frame)) : "";
    // Until the new line has been read, the old one stays, fainter.
    set(place, { hidden: state.lines.found.length === 0, "data-old": isOld(state) });
    const read = readingOf(state);
    if (markup + read === shown) return;
    shown = markup + read;
    place.replaceChildren(
      ...[markup && slanted(mathOf(markup)), read && html("p", {}, ...messageOf(read))].filter(
        (part) => !!part,
      ),
    );
  }

  return {
    /** @param {number | null} line */
    moved(line) {
      if (line === cursor) return;
      cursor = line;
      show();
    },
    /** @param {State} state @param {Frame} frame */
    draw(state, frame) {
      last = { state, frame };
      show();
    },
  };
}

/** Browsers take single letters from an alphabet of their own, which the page's font lacks: here
 * they are the font's italics, as on the cards. @param {Element | null} maths */
function slanted(maths) {
  for (const letter of maths?.querySelectorAll("mi:not([mathvariant])") ?? [])
    letter.classList.toggle("slanted", [...(letter.textContent ?? "")].length === 1);
  return maths;
}

/** @param {State} state */
function isOld({ lines, document }) {
  return lines.source !== document.source;
}

/** @param {State} state @param {number | null} line */
function markupFor({ lines }, line) {
  return lines.found.find((each) => each.line === line)?.mathml ?? "";
}

/** @param {State} state @param {Frame} frame */
function lineOf({ answer, lines }, frame) {
  const { graph } = answer?.trace ?? {};
  return (
    graph?.nodes[frame.reading ?? graph.output]?.span?.line ?? lines.found.at(-1)?.line ?? null
  );
}

/** Of LaTeX: what it was taken for. @param {State} state */
function readingOf({ answer, document }) {
  if (answer?.document.source !== document.source) return "";
  return answer.trace.warnings?.find(({ reason }) => reason === READ)?.message ?? "";
}
