// The window of one axis: two boxes for its ends, and buttons that halve or double it.

/** @import { Store } from "../../store.js" */
/** @import { State } from "../../types.js" */
/** @import { Axes } from "../../model/field.js" */
/** @import { Asks } from "../values/values.js" */
import { axesOf, scaled } from "../../model/field.js";
import { asNumber } from "../../model/numbers/numbers.js";
import { html, set } from "../element.js";
import { icon } from "../icons.js";
import { numberBox } from "../values/number-box.js";

/** @param {Store} store @param {"x" | "y"} letter @param {Pick<Asks, "commit">} asks
 * @param {(text: string) => void} say why a text is no number */
export function windowIn(store, letter, { commit }, say) {
  const axis = () => axesOf(store.state)?.[letter] ?? null;
  const low = numberBox("end low", commit, (next) => change({ min: asNumber(next) }));
  const high = numberBox("end high", commit, (next) => change({ max: asNumber(next) }));
  low.say = say;
  high.say = say;
  const closer = html("button", { type: "button", class: "button quiet round" }, icon("in"));
  const wider = html("button", { type: "button", class: "button quiet round" }, icon("out"));
  const element = html(
    "span",
    { class: "field-window" },
    low.element,
    html("span", { class: "dots" }, "…"),
    high.element,
    closer,
    wider,
  );
  closer.addEventListener("click", () => change(scaled(axis(), 0.5)));
  wider.addEventListener("click", () => change(scaled(axis(), 2)));

  /** @param {Partial<import("../../model/numbers/slider.js").Range>} part */
  function change(part) {
    const now = axis();
    if (!now) return;
    const { min, max } = { ...now.range, ...part };
    const { plot } = store.state;
    const spans = min < max ? { ...plot.spans, [now.name]: { min, max } } : plot.spans;
    store.update({ plot: { ...plot, spans } });
  }

  return {
    element,
    /** @param {State} state @param {Axes | null} axes */
    draw({ words }, axes) {
      const now = axes?.[letter] ?? null;
      set(element, { hidden: !now });
      if (!now) return;
      const { name, range } = now;
      low.draw(range.min);
      high.draw(range.max);
      low.name(words("field.min", { name }));
      high.name(words("field.max", { name }));
      set(closer, { "aria-label": words("field.closer", { name }) });
      set(wider, { "aria-label": words("field.wider", { name }) });
    },
  };
}
