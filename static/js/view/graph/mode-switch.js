// Forward, reverse or both: the switch in the corner of the canvas, and the input that moves.

/** @import { State } from "../../types.js" */
/** @import { Mode } from "../../model/document/mode.js" */
import { MODES, modeOf, movingOf } from "../../model/document/mode.js";
import { fill, html, join, set, write } from "../element.js";
import { icon } from "../icons.js";

/** @param {HTMLElement} place @param {(mode: Mode, moving: string | null) => void} choose */
export function modeSwitchIn(place, choose) {
  /** @type {State | null} */
  let shown = null;
  const buttons = MODES.map((mode) => {
    const button = html("button", { type: "button", class: `choice-${mode}`, id: `mode-${mode}` });
    button.addEventListener("click", () => choose(mode, moving()));
    return button;
  });
  const select = html("select", { class: "button" });
  select.addEventListener("change", () => shown && choose(modeOf(shown.document), select.value));
  const which = html(
    "label",
    { class: "moving" },
    html("span"),
    html("span", { class: "choose" }, select, icon("down")),
  );
  const group = html("div", { class: "segments", role: "group" }, ...buttons);
  place.append(which, group);

  function moving() {
    return shown?.answer ? movingOf(shown.document, shown.answer.inputs) : null;
  }

  return {
    /** @param {State} state */
    draw(state) {
      shown = state;
      const { words, answer, document } = state;
      const mode = modeOf(document);
      set(group, { "aria-label": words("mode.label") });
      for (const [i, button] of buttons.entries()) {
        write(button, words(`mode.${MODES[i]}`));
        set(button, { "aria-pressed": String(MODES[i] === mode) });
      }
      set(which, { hidden: mode === "reverse" || !answer });
      write(which.firstElementChild, words("mode.moving"));
      set(select, { "aria-label": words("mode.input") });
      if (!answer) return;
      join(select, answer.inputs, {
        key: ({ name }) => name,
        make: ({ name }) => html("option", { value: name }, name),
        update: () => {},
      });
      fill(select, moving() ?? "");
    },
  };
}
