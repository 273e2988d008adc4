// What is wrong with the program: its line with the place marked, what we saw, and what mends it.

/** @import { Diagnostic, State } from "../types.js" */
import { writtenAt } from "../model/text/spans.js";
import { html } from "../view/element.js";
import { messageOf } from "../view/message.js";
import { remembering } from "../view/remembering.js";

/** @param {HTMLElement} place @param {(source: string) => void} repair */
export function faultIn(place, repair) {
  const changed = remembering();
  return {
    /** @param {State} state */
    draw({ problems, document }) {
      if (!changed([problems])) return;
      const [first] = problems;
      place.replaceChildren(...(first ? parts(first, document.source) : []));
    },
  };

  /** @param {Diagnostic} problem @param {string} source */
  function parts({ span, message, suggestion }, source) {
    const line = writtenAt(source, span);
    const said = html("p", {}, ...messageOf(message));
    return [
      ...(line ? [html("pre", {}, line.before, html("mark", {}, line.own), line.after)] : []),
      said,
      ...(suggestion ? [repairing(suggestion)] : []),
    ];
  }

  /** @param {import("../types.js").Suggestion} suggestion */
  function repairing({ label, source }) {
    const button = html("button", { type: "button", class: "button" }, label);
    button.addEventListener("click", () => repair(source));
    return button;
  }
}
