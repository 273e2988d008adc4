// What is worth knowing about this run: a corner, a value that is no number, a gradient that is lost.

/** @import { Store } from "../store.js" */
/** @import { State, Warning } from "../types.js" */
import { byId, html, set, write } from "./element.js";
import { remembering } from "./remembering.js";

/** The editor tells these itself, beside the text. */
const TOLD = new Set(["converted-symbol"]);
const MOST = 50;

/** @param {Store} store */
export function warningsIn(store) {
  const summary = html("summary");
  const list = html("ul");
  const log = html("details", { class: "warnings", hidden: true }, summary, list);
  byId("canvas").append(log);
  const changed = remembering();

  return {
    /** @param {State} state */
    draw({ answer, words }) {
      if (!changed([answer?.trace.warnings, words])) return;
      const found = (answer?.trace.warnings ?? []).filter(({ code }) => !TOLD.has(code));
      set(log, { hidden: found.length === 0 });
      write(summary, words("warnings.title", { n: found.length }));
      list.replaceChildren(...found.slice(0, MOST).map((each) => item(each)));
    },
  };

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
