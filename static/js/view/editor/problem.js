// What is wrong with the text: where, what we saw, what to do, and a button that does it.

/** @import { Diagnostic, Span, State } from "../../types.js" */
import { html, set } from "../element.js";
import { messageOf } from "../message.js";

/** @param {HTMLElement} place
 * @param {{ goTo: (span: Span) => void, repair: (source: string) => void }} asks */
export function problemIn(place, { goTo, repair }) {
  /** @type {Diagnostic[] | null} */
  let shown = null;
  return {
    /** @param {State} state */
    draw({ problems, words }) {
      if (problems === shown) return;
      shown = problems;
      const [first] = problems;
      set(place, { "data-reason": first?.reason });
      place.replaceChildren(...(first ? parts(first, words) : []));
      // On a phone there is little room beneath the text; whoever types is to see what is wrong.
      if (first && place.parentElement?.matches(":focus-within"))
        place.scrollIntoView({ block: "nearest" });
    },
  };

  /** @param {Diagnostic} problem @param {State["words"]} words */
  function parts(problem, words) {
    const { span, message, suggestion } = problem;
    /** @type {HTMLElement[]} */
    const made = [];
    if (span) {
      const where = html(
        "button",
        { type: "button", class: "link where" },
        words("problem.line", { n: span.line }),
      );
      where.addEventListener("click", () => goTo(span));
      made.push(where);
    }
    made.push(html("p", {}, ...messageOf(message)));
    if (suggestion) {
      const button = html("button", { type: "button", class: "button repair" }, suggestion.label);
      button.addEventListener("click", () => repair(suggestion.source));
      made.push(button);
    }
    return made;
  }
}
