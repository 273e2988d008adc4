// The plot of a row, while it is asked for: drawn anew when a value or the program has changed.

/** @import { Range } from "../../model/numbers/slider.js" */
/** @import { Asks, Row } from "./values.js" */
import { html } from "../element.js";

const REST = 60;

/** @param {string} name @param {Asks} asks @param {() => Range} rangeOf */
export function tracked(name, asks, rangeOf) {
  const element = html("div", { class: "tracked", hidden: true });
  /** @type {ReturnType<typeof import("./track.js").trackIn> | null} */
  let track = null;
  let key = "";
  let waiting = false;

  /** @param {Row} row */
  function draw(row) {
    if (element.hidden || !row.settled) return;
    const next = JSON.stringify([row.about, rangeOf()]);
    if (next === key) return;
    key = next;
    askSoon(row);
  }

  /** @param {Row} row */
  function askSoon(row) {
    if (waiting) return;
    waiting = true;
    setTimeout(() => ask(row), REST);
  }

  /** @param {Row} row */
  async function ask(row) {
    waiting = false;
    const asked = key;
    const found = await asks.track(name, rangeOf());
    if (found === null || element.hidden) key = "";
    else track?.draw(found, row.output, row.words);
    if (asked !== key && !element.hidden) askSoon(row);
  }

  return {
    element,
    draw,
    /** @param {boolean} on @param {Row | null} row */
    show(on, row) {
      element.hidden = !on;
      key = "";
      if (!on) return;
      asks.plot?.use((trackIn) => {
        track ??= trackIn(name);
        element.append(track.element);
        if (row) draw(row);
      });
    },
  };
}
