// The line being worked on, as mathematics, under the text; without a cursor, the line of this step.

/** @import { Frame, State } from "../types.js" */
import { set } from "./element.js";
import { mathOf } from "../trusted.js";

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
    const markup = markupFor(state, cursor ?? lineOf(state, frame));
    // Until the new line has been read, the old one stays, fainter.
    set(place, { hidden: state.lines.found.length === 0, "data-old": isOld(state) });
    if (markup === shown) return;
    shown = markup;
    const math = markup === "" ? null : mathOf(markup);
    place.replaceChildren(...(math ? [math] : []));
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

/** @param {State} state */
function isOld({ lines, document }) {
  return lines.source !== document.source;
}

/** @param {State} state @param {number | null} line */
function markupFor({ lines }, line) {
  return lines.found.find((each) => each.line === line)?.mathml ?? "";
}

/** @param {State} state @param {Frame} frame */
function lineOf({ answer }, frame) {
  const { graph } = answer?.trace ?? {};
  return graph?.nodes[frame.reading ?? graph.output]?.span?.line ?? null;
}
