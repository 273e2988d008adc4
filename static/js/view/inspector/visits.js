// The steps at which something happens to a node, each a button that goes there.

/** @import { Reading } from "./inspector.js" */
import { visitsOf } from "../../model/steps/visits.js";
import { html } from "../element.js";

const MOST = 12;

/** @type {Reading} */
export function visitsBlock({ state, frame, subject, store }) {
  const { answer, words } = state;
  if (!answer || subject.edge || subject.node.kind === "constant") return null;
  const visits = visitsOf(answer.history, subject.node.id);
  if (visits.length === 0) return null;
  const buttons = visits.slice(0, MOST).map((step) => {
    const here = step === frame.step;
    const button = html(
      "button",
      {
        type: "button",
        class: "button visit",
        "data-key": `visit ${step}`,
        "aria-label": words("visits.go", { step }),
        "aria-current": here ? "step" : null,
      },
      String(step),
    );
    button.addEventListener("click", () =>
      store.update({ playback: { ...store.state.playback, playing: false, step } }),
    );
    return button;
  });
  const more = visits.length > MOST && ` … (${visits.length})`;
  return html("p", { class: "block visits" }, `${words("visits.at")} `, ...buttons, more);
}
