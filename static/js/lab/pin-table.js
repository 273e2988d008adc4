// The pinned runs side by side: what was set, and what came of it.

/** @import { Words } from "../types.js" */
/** @import { Pin } from "./pins.js" */
import { show } from "../model/numbers/numbers.js";
import { html, style } from "../view/element.js";
import { LISTS } from "./choices.js";
import { percent } from "./facts.js";
import { colourOf, tellingOf } from "./pins.js";

const HEADS = ["pin.run", "pin.settings", "step", "loss", "pin.right", "pin.held"];

/** @typedef {{ take: (pin: Pin) => void, remove: (pin: Pin) => void }} Acts */

/** @param {HTMLElement} place @param {Pin[]} pins @param {Words} words @param {Acts} acts */
export function drawPins(place, pins, words, acts) {
  const heads = HEADS.map((key) => html("th", { scope: "col" }, words(`train.${key}`)));
  const rows = pins.map((pin) => rowOf(pin, pins, words, acts));
  place.replaceChildren(
    html("caption", { class: "unseen" }, words("train.pins")),
    html("thead", {}, html("tr", {}, ...heads, html("td", {}))),
    html("tbody", {}, ...rows),
  );
}

/** @param {Pin} pin @param {Pin[]} pins @param {Words} words @param {Acts} acts */
function rowOf(pin, pins, words, acts) {
  const swatch = html("span", { class: "swatch", "aria-hidden": "true" });
  style(swatch, "background", `var(${colourOf(pin.letter)})`);
  const telling = tellingOf(pin, pins).map(([field, value]) => settingText(field, value, words));
  const cells = [
    telling.join(" · ") || words("train.pin.same"),
    String(pin.steps),
    show(pin.loss),
    ...[pin.right, pin.held].map((share) => (share === null ? "—" : percent(share))),
  ];
  return html(
    "tr",
    { "data-pin": pin.letter },
    html("th", { scope: "row" }, swatch, pin.letter),
    ...cells.map((text) => html("td", {}, text)),
    html(
      "td",
      {},
      button("take", pin, words, () => acts.take(pin)),
      button("remove", pin, words, () => acts.remove(pin)),
    ),
  );
}

/** @param {string} act @param {Pin} pin @param {Words} words @param {() => void} does */
function button(act, { letter }, words, does) {
  const name = words(`train.pin.${act}`, { letter });
  const made = html("button", { type: "button", class: "link", "aria-label": name });
  made.append(words(`train.pin.short.${act}`));
  made.addEventListener("click", does);
  return made;
}

/** A word speaks for itself, a number needs its name.
 * @param {string} field @param {string} value @param {Words} words */
function settingText(field, value, words) {
  if (field in LISTS) return value;
  const [, setting] = field.split(".");
  const name = words(setting === undefined ? `train.field.${field}` : `train.setting.${setting}`);
  return `${name} ${value}`;
}
