// The field panel: the output over one or two of its inputs, its slopes, and the way down.

/** @import { Store } from "../../store.js" */
/** @import { Field, State, Value } from "../../types.js" */
/** @import { Axis } from "../../model/field.js" */
import { axesOf } from "../../model/field.js";
import { clamp, snapped } from "../../model/numbers/slider.js";
import { html, set, write } from "../element.js";
import { remembering } from "../remembering.js";
import { fieldChartIn } from "./chart.js";
import { fieldControls } from "./controls.js";
import { fieldTableIn } from "./table.js";
import { keysOf, sentenceOf } from "./words.js";

/** @param {HTMLElement} place @param {Store} store @param {{ change: (name: string, value: Value) => void,
 *   commit: import("../values/values.js").Asks["commit"] }} asks */
export function fieldPanel(place, store, asks) {
  const title = html("h2");
  const picture = html("div", { class: "field-picture", role: "img" });
  const legend = html("p", { class: "legend field-legend" });
  const says = html("p", { class: "verdict", role: "status" });
  const controls = fieldControls(store, asks);
  const table = fieldTableIn();
  const side = html(
    "section",
    { class: "field-side" },
    ...[title, controls.element, says, table.element],
  );
  const columns = html("div", { class: "columns" }, html("section", {}, picture, legend), side);
  place.append(html("div", { class: "scroll" }, columns));
  const chart = fieldChartIn(picture, pick);
  const changed = remembering();

  /** The inputs go where the picture was pointed at. @param {Axis} axis @param {number} to */
  function pick({ name, range }, to) {
    asks.change(name, snapped(clamp(to, range), range));
  }

  /** @param {Field | null} answer @param {string} output @param {State} state */
  function show(answer, output, state) {
    const { words, field } = state;
    for (const each of [picture, legend]) set(each, { hidden: !answer });
    table.draw(answer, output, words);
    if (!answer) return write(says, axesOf(state) ? (field?.message ?? "") : words("field.none"));
    const sentence = sentenceOf(answer, output, words);
    write(says, sentence);
    const keys = keysOf(answer).map((key) => [`field-${key}`, words(`field.key.${key}`)]);
    legend.replaceChildren(
      ...keys.map(([kind, text]) => html("span", { class: kind }, text ?? "")),
    );
    const kind = words(answer.axes.y ? "field.map" : "field.curve", { output });
    set(picture, { "aria-label": `${kind} ${sentence}` });
    chart.draw(answer, output);
  }

  return {
    /** @param {State} state */
    draw(state) {
      if (place.hidden || !state.answer) return;
      const { graph } = state.answer.trace;
      const output = graph.nodes[graph.output]?.name ?? "";
      write(title, state.words("field.of", { output }));
      controls.draw(state, axesOf(state));
      const { answer = null, message = "" } = state.field ?? {};
      if (changed([answer, message, state.words, output])) show(answer, output, state);
    },
  };
}
