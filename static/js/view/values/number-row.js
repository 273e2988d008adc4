// One number: its slider, its box, the ends of its range, and its gradient beneath.

/** @import { Asks, Row, RowView } from "./values.js" */
import { asNumber } from "../../model/numbers/numbers.js";
import {
  clamp,
  keySteps,
  moved,
  rangeAround,
  snapped,
  stepOf,
  widened,
} from "../../model/numbers/slider.js";
import { fill, html, set, style, write } from "../element.js";
import { mathText } from "../math/math.js";
import { remembering } from "../remembering.js";
import { numberBox } from "./number-box.js";
import { rowMore } from "./row-more.js";
import { slopeLine } from "./slope.js";
import { sweepOf } from "./sweep.js";
import { tracked } from "./tracked.js";

/** @param {string} name @param {Asks} asks @returns {RowView} */
export function numberRow(name, asks) {
  let range = rangeAround(0);
  let fresh = true;
  let value = 0;
  /** @type {Row | null} */
  let latest = null;
  const changed = remembering();
  const slider = html("input", { type: "range", class: "slider", step: "any", "aria-label": name });
  const box = numberBox("entry", asks.commit, (next) => asks.change(name, next));
  const low = numberBox("end low", asks.commit, (next) => rescale({ min: asNumber(next) }));
  const high = numberBox("end high", asks.commit, (next) => rescale({ max: asNumber(next) }));
  const slope = slopeLine();
  const says = html("p", { class: "says", role: "status" });
  const track = tracked(name, asks, () => range);
  const sweep = sweepOf(() => ({ range, value }), turn);
  const plotted = {
    word: "row.track",
    press: (/** @type {boolean} */ on) => track.show(on, latest),
  };
  const more = rowMore(name, asks, [
    { word: "row.sweep", press: sweep.run },
    ...(asks.plot ? [plotted] : []),
  ]);
  const element = html(
    "div",
    { class: "row" },
    html("span", { class: "n", "aria-hidden": "true" }, ...mathText(name)),
    slider,
    box.element,
    more.opener,
    html(
      "div",
      { class: "beneath" },
      slope.element,
      low.element,
      html("span", { class: "dots" }, "…"),
      high.element,
    ),
    says,
    more.panel,
    track.element,
  );
  for (const each of [box, low, high]) each.say = (text) => write(says, text);

  slider.addEventListener("input", () => {
    more.release(0);
    turn(snapped(Number(slider.value), range));
  });
  slider.addEventListener("keydown", (event) => {
    const steps = keySteps(event.key, event.shiftKey);
    if (steps === null || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    event.stopPropagation();
    more.release(0);
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
    if (latest) track.draw(latest);
  }

  function show() {
    set(slider, { min: range.min, max: range.max });
    fill(slider, value);
    const part = (clamp(value, range) - range.min) / (range.max - range.min);
    style(slider, "--at", `${Math.round(part * 1000) / 10}%`);
    box.draw(value);
    low.draw(range.min);
    high.draw(range.max);
  }

  return {
    element,
    draw(row) {
      latest = row;
      const { words, symbol, slope: known, gradient, role, locked } = row;
      const others = changed([words, symbol, known, gradient, role, locked]);
      if (others || fresh || value !== asNumber(row.value)) put(row);
      track.draw(row);
    },
  };

  /** @param {Row} row */
  function put(row) {
    value = asNumber(row.value);
    range = fresh ? rangeAround(value) : widened(range, value);
    fresh = false;
    box.name(row.words("values.box", { name }));
    low.name(row.words("values.low", { name }));
    high.name(row.words("values.high", { name }));
    slope.draw(row);
    more.draw(row);
    set(slider, { "aria-valuetext": valueText(row), disabled: row.locked });
    set(box.element, { disabled: row.locked });
    show();
  }

  /** @param {Row} row */
  function valueText({ words, gradient }) {
    const key = gradient === "" ? "values.text" : "values.textGradient";
    return words(key, { name, value: String(value), gradient });
  }
}
