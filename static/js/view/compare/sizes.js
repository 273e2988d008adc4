// Both modes at any size: two sliders, the curves of their cost, and where they cross.

/** @import { Store } from "../../store.js" */
/** @import { DenseCost, State } from "../../types.js" */
import { SIZES } from "../../model/comparing.js";
import { showWhole } from "../../model/numbers/wholes.js";
import { chartIn } from "../charts/chart.js";
import { html, set, style, write } from "../element.js";
import { remembering } from "../remembering.js";

const ENDS = /** @type {const} */ (["inputs", "outputs"]);

/** @param {Store} store */
export function sizesIn(store) {
  const title = html("h2");
  const rows = ENDS.map((end) => sizeRow(end, store));
  const says = html("p", { class: "verdict", role: "status" });
  const place = html("div", { class: "chart", role: "img" });
  const legend = html("p", { class: "legend" });
  const element = html(
    "section",
    { class: "sizes" },
    title,
    ...rows.map((row) => row.element),
    says,
    place,
    legend,
  );
  const chart = chartIn(place);
  const changed = remembering();

  return {
    element,
    /** @param {State} state */
    draw(state) {
      const { words, dense } = state;
      write(title, words("compare.anySize"));
      for (const row of rows) row.draw(state);
      const found = dense.answer;
      if (!found) return;
      write(says, sentenceOf(found, words));
      if (!changed([found, words])) return;
      set(place, { "aria-label": words("compare.chart") });
      legend.replaceChildren(
        key("forward", words("side.tangent")),
        key("reverse", words("side.reverse")),
      );
      chart.draw(curves(found, words));
    },
  };
}

/** @param {"inputs" | "outputs"} end @param {Store} store */
function sizeRow(end, store) {
  const slider = html("input", {
    type: "range",
    class: "slider",
    min: 0,
    max: SIZES.length - 1,
    step: 1,
  });
  const label = html("span");
  const value = html("output");
  const element = html("label", { class: "size" }, label, slider, value);
  slider.addEventListener("input", () => {
    store.update({ dense: { ...store.state.dense, [end]: SIZES[Number(slider.value)] ?? 1 } });
  });
  slider.addEventListener("keydown", (event) => event.stopPropagation());
  return {
    element,
    /** @param {State} state */
    draw({ words, dense }) {
      const at = SIZES.indexOf(dense[end]);
      const text = showWhole(dense[end]);
      write(label, words(`compare.${end}`));
      write(value, text);
      set(slider, { "aria-label": words(`compare.${end}`), "aria-valuetext": text });
      slider.value = String(at);
      style(slider, "--at", `${(at / (SIZES.length - 1)) * 100}%`);
    },
  };
}

/** @param {DenseCost} found @param {State["words"]} words */
function sentenceOf({ forward, reverse, crossing }, words) {
  const passes = words("compare.passes", {
    forward: showWhole(forward.passes),
    reverse: showWhole(reverse.passes),
  });
  const work = words("compare.work", {
    forward: showWhole(forward.multiplications),
    reverse: showWhole(reverse.multiplications),
  });
  const meet = crossing === null ? "" : words("compare.meet", { n: showWhole(crossing) });
  return [passes, work, meet].filter(Boolean).join(" ");
}

/** @param {DenseCost} found @param {State["words"]} words */
function curves({ curve, inputs, crossing }, words) {
  return {
    x: curve.map((point) => point.inputs),
    series: [
      {
        label: words("side.tangent"),
        colour: "--forward",
        values: curve.map((point) => point.forward),
      },
      {
        label: words("side.reverse"),
        colour: "--reverse",
        values: curve.map((point) => point.reverse),
      },
    ],
    marks: [
      { at: inputs, colour: "--soft" },
      ...(crossing === null ? [] : [{ at: crossing, colour: "--line" }]),
    ],
    xLabel: words("compare.inputs"),
    yLabel: words("measure.multiplications"),
  };
}

/** @param {string} side @param {string} text */
function key(side, text) {
  return html("span", { class: side }, text);
}
