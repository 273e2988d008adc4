// What a field is of: the input on each axis, the window it moves through, and the way down.

/** @import { Store } from "../../store.js" */
/** @import { Plot, State } from "../../types.js" */
/** @import { Axes } from "../../model/field.js" */
/** @import { Asks } from "../values/values.js" */
import { NONE, movable } from "../../model/field.js";
import { asNumber } from "../../model/numbers/numbers.js";
import { html, join, set, write } from "../element.js";
import { windowIn } from "./window.js";
import { icon } from "../icons.js";
import { numberBox } from "../values/number-box.js";

const LETTERS = /** @type {const} */ (["x", "y"]);

/** @param {Store} store @param {Pick<Asks, "commit">} asks */
export function fieldControls(store, asks) {
  const says = html("p", { class: "says", role: "status" });
  const say = (/** @type {string} */ text) => write(says, text);
  const rows = LETTERS.map((letter) => {
    const [choice, window] = [chooser(store, letter), windowIn(store, letter, asks, say)];
    return { choice, window };
  });
  const down = descentRow(store, asks, say);
  const element = html(
    "div",
    { class: "field-controls" },
    ...rows.map(({ choice, window }) =>
      html("div", { class: "field-axis" }, choice.element, window.element),
    ),
    down.element,
    says,
  );
  return {
    element,
    /** @param {State} state @param {Axes | null} axes */
    draw(state, axes) {
      for (const { choice, window } of rows) {
        choice.draw(state, axes);
        window.draw(state, axes);
      }
      down.draw(state);
    },
  };
}

/** Which input an axis shows. @param {Store} store @param {"x" | "y"} letter */
function chooser(store, letter) {
  const label = html("span");
  const select = html("select", { class: "button" });
  select.addEventListener("change", () => plotted(store, { [letter]: select.value }));
  const element = html(
    "label",
    { class: "field-choice" },
    label,
    html("span", { class: "choose" }, select, icon("down")),
  );
  return {
    element,
    /** @param {State} state @param {Axes | null} axes */
    draw(state, axes) {
      const { words } = state;
      write(label, words(`field.${letter}`));
      set(select, { "aria-label": words(`field.${letter}`) });
      const names = movable(state).map(({ name }) => name);
      const others = names.filter((name) => name !== axes?.x.name);
      join(select, letter === "x" ? names : [NONE, ...others], {
        key: (name) => name,
        make: (name) => html("option", { value: name }),
        update: (option, name) =>
          write(option, name === NONE ? words("field.noAxis", { output: nameOf(state) }) : name),
      });
      select.value = axes?.[letter]?.name ?? NONE;
    },
  };
}

/** @param {Store} store @param {Pick<Asks, "commit">} asks @param {(text: string) => void} say */
function descentRow(store, { commit }, say) {
  const down = html("input", { type: "checkbox" });
  const downLabel = html("label", { class: "field-down" }, down, html("span"));
  const rate = numberBox("end", commit, (next) => plotted(store, { rate: asNumber(next) }));
  const rateLabel = html("span", { class: "field-rate" }, html("span"), rate.element);
  down.addEventListener("change", () => plotted(store, { down: down.checked }));
  rate.say = say;
  return {
    element: html("div", { class: "field-axis" }, downLabel, rateLabel),
    /** @param {State} state */
    draw({ words, plot }) {
      down.checked = plot.down;
      write(downLabel.lastElementChild, words("field.down"));
      set(rateLabel, { hidden: !plot.down });
      write(rateLabel.firstElementChild, words("field.rate"));
      rate.name(words("field.rate"));
      rate.draw(plot.rate);
    },
  };
}

/** @param {Store} store @param {Partial<Plot>} change */
function plotted(store, change) {
  store.update({ plot: { ...store.state.plot, ...change } });
}

/** @param {State} state */
function nameOf({ answer }) {
  const graph = answer?.trace.graph;
  return graph?.nodes[graph.output]?.name ?? "";
}
