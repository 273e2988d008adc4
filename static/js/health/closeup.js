// One layer looked at closely: how its values and its gradients are spread, in bars.

/** @import { Value, Words } from "../types.js" */
import { show } from "../model/numbers/numbers.js";
import { html, set, style, write } from "../view/element.js";

/** @typedef {{ low: number, high: number, counts: number[], others: number }} Histogram */
/** @typedef {{ entries: number, mean_abs: Value, zeros: number, histogram: Histogram }} Spread */
/** @typedef {{ layer: number, name: string, value: Spread, gradient: Spread }} Closer */

const KINDS = /** @type {const} */ (["value", "gradient"]);

/** @param {HTMLElement} place @param {(layer: number) => void} choose */
export function closeupIn(place, choose) {
  const title = html("h2", {});
  const name = html("span", {});
  const slider = html("input", { class: "slider", type: "range", min: 0, step: 1 });
  const figures = html("div", { class: "spreads" });
  slider.addEventListener("input", () => choose(Number(slider.value)));
  place.append(title, html("label", { class: "field" }, name, slider), figures);
  return {
    /** @param {{ label: string, layers: number, layer: number, closer: Closer | null } | null} shown
     * @param {Words} words */
    draw(shown, words) {
      set(place, { hidden: shown === null });
      if (shown === null) return;
      const { label, layers, layer, closer } = shown;
      const fields = { layer, of: label, name: closer?.name ?? "" };
      write(title, words("health.closeup", fields));
      write(name, words("health.layer"));
      set(slider, { max: Math.max(0, layers - 1), disabled: layers < 2 });
      slider.value = String(layer);
      style(slider, "--at", `${(layer / Math.max(1, layers - 1)) * 100}%`);
      set(figures, { "aria-busy": closer === null ? "true" : "false" });
      if (closer) figures.replaceChildren(...KINDS.map((kind) => figureOf(kind, closer, words)));
    },
  };
}

/** @param {"value" | "gradient"} kind @param {Closer} closer @param {Words} words */
function figureOf(kind, closer, words) {
  const { entries, mean_abs: mean, zeros, histogram } = closer[kind];
  const said = words("health.spread", {
    entries,
    mean: show(mean),
    zeros: show(Number((100 * zeros).toPrecision(3))),
  });
  const { low, high, counts, others } = histogram;
  const ends = { low: show(low), high: show(high) };
  const shown = counts.length > 0 ? [...new Set([ends.low, ends.high])] : [];
  return html(
    "figure",
    { class: `spread ${kind}` },
    html("figcaption", {}, words(`health.${kind}s`)),
    barsOf(histogram, `${words(`health.${kind}s`)}: ${words("health.ends", ends)}`),
    html("p", { class: "ends" }, ...shown.map(endOf)),
    html("p", { class: "quiet" }, said),
    others > 0 && html("p", { class: "quiet" }, words("health.others", { others })),
  );
}

/** @param {string} text */
function endOf(text) {
  return html("span", {}, text);
}

/** @param {Histogram} histogram @param {string} label */
function barsOf({ counts }, label) {
  const most = Math.max(1, ...counts);
  const bars = counts.map((count) => {
    const bar = html("span", { title: count });
    style(bar, "--tall", String(count / most));
    return bar;
  });
  return html("div", { class: "bars", role: "img", "aria-label": label }, ...bars);
}
