// One number: its slider, its box, the ends of its range, and its gradient beneath.

/** @import { Asks, Row, RowView } from "./values.js" */
import { asNumber } from "../model/numbers.js";
import { clamp, keySteps, moved, rangeAround, snapped, stepOf, widened } from "../model/slider.js";
import { html, set, style, write } from "./element.js";
import { mathText } from "./math.js";
import { numberBox } from "./number-box.js";
import { slopeLine } from "./slope.js";

/** @param {string} name @param {Asks} asks @returns {RowView} */
export function numberRow(name, asks) {
  let range = rangeAround(0);
  let fresh = true;
  let value = 0;
  const slider = html("input", { type: "range", class: "slider", step: "any", "aria-label": name });
  const box = numberBox("entry", asks.commit, (next) => asks.change(name, next));
  const low = numberBox("end low", asks.commit, (next) => rescale({ min: asNumber(next) }));
  const high = numberBox("end high", asks.commit, (next) => rescale({ max: asNumber(next) }));
  const slope = slopeLine();
  const says = html("p", { class: "says", role: "status" });
  const element = html(
    "div",
    { class: "row" },
    html("span", { class: "n", "aria-hidden": "true" }, ...mathText(name)),
    slider,
    box.element,
    html(
      "div",
      { class: "beneath" },
      slope.element,
      low.element,
      html("span", { class: "dots" }, "…"),
      high.element,
    ),
    says,
  );
  for (const each of [box, low, high]) each.say = (text) => write(says, text);

  slider.addEventListener("input", () => turn(snapped(Number(slider.value), range)));
  slider.addEventListener("keydown", (event) => {
    const steps = keySteps(event.key, event.shiftKey);
    if (steps === null || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    event.stopPropagation();
    turn(moved(value, steps, range));
  });

  /** @param {number} next */
  function turn(next) {
    if (next === value) return;
    value = next;
    show();
    asks.change(name, next);
  }

  /** @param {Partial<typeof range>} change */
  function rescale(change) {
    const next = { ...range, ...change };
    if (!(Number.isFinite(stepOf(next)) && next.min < next.max)) return;
    range = next;
    turn(clamp(value, range));
    show();
  }

  function show() {
    set(slider, { min: range.min, max: range.max });
    slider.value = String(value);
    const part = (clamp(value, range) - range.min) / (range.max - range.min);
    style(slider, "--at", `${Math.round(part * 1000) / 10}%`);
    box.draw(value);
    low.draw(range.min);
    high.draw(range.max);
  }

  return {
    element,
    draw(row) {
      value = asNumber(row.value);
      range = fresh ? rangeAround(value) : widened(range, value);
      fresh = false;
      box.name(row.words("values.box", { name }));
      low.name(row.words("values.low", { name }));
      high.name(row.words("values.high", { name }));
      slope.draw(row);
      set(slider, { "aria-valuetext": valueText(row) });
      show();
    },
  };

  /** @param {Row} row */
  function valueText({ words, gradient }) {
    const key = gradient === "" ? "values.text" : "values.textGradient";
    return words(key, { name, value: String(value), gradient });
  }
}
