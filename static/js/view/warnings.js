// What is worth knowing about this run: a corner, a value that is no number, a gradient that is lost.

/** @import { Store } from "../store.js" */
/** @import { Document, State, Warning } from "../types.js" */
import { html, set, write } from "./element.js";
import { remembering } from "./remembering.js";

/** The editor tells these itself, beside the text. */
const TOLD = new Set(["converted-symbol"]);
const MOST = 50;
/** What looks like an illness of gradients has a lab of its own. */
const SICK = new Set(["overflow", "underflow", "domain", "division-by-zero", "singular-matrix"]);

/** @param {HTMLElement} place @param {Store} store
 * @param {import("./page/page.js").Asks["linkTo"]} [linkTo] makes the way to the lab, where one is near */
export function warningsIn(place, store, linkTo) {
  const summary = html("summary");
  const list = html("ul");
  const toLab = html("a", { class: "link", hidden: true });
  const log = html("details", { class: "warnings", hidden: true }, summary, list, toLab);
  place.append(log);
  const changed = remembering();

  return {
    /** @param {State} state */
    draw({ answer, document, words }) {
      if (!changed([answer?.trace.warnings, words])) return;
      const found = (answer?.trace.warnings ?? []).filter(({ code }) => !TOLD.has(code));
      set(log, { hidden: found.length === 0 });
      write(summary, words("warnings.title", { n: found.length }));
      list.replaceChildren(...found.slice(0, MOST).map((each) => item(each)));
      write(toLab, words("warnings.health"));
      set(toLab, { hidden: true });
      if (linkTo && found.some(({ code }) => SICK.has(code))) showWay(document);
    },
  };

  /** The lab with this program; a program too long for a link stays here. @param {Document} document */
  async function showWay(document) {
    const fragment = await linkTo?.(document);
    if (fragment) set(toLab, { href: `lab/health${fragment}`, hidden: false });
  }

  /** @param {Warning} warning */
  function item({ message, node }) {
    if (typeof node !== "number") return html("li", {}, message);
    const button = html("button", { type: "button", class: "link" }, message);
    button.addEventListener("click", () => {
      store.update({ selection: { kind: "node", id: node } });
    });
    return html("li", {}, button);
  }
}
