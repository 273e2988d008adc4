// Names and derivatives with their subscripts, in text and in the picture.

import { notated } from "../../model/document/preferences.js";
import { partsOf } from "../../model/text/subscripts.js";
import { html, svg } from "../element.js";

const DROP = 4;

/** @param {string} text @returns {(Node | string)[]} */
export function mathText(text) {
  return partsOf(notated(text)).map((part) => (part.low ? html("sub", {}, part.text) : part.text));
}

/** What stands where. @type {WeakMap<Element, string>} */
const written = new WeakMap();

/** Writes only when the text is another. @param {Element | null} element @param {string} text */
export function writeMath(element, text) {
  const said = notated(text); // another notation is another text
  if (!element || written.get(element) === said) return;
  written.set(element, said);
  element.replaceChildren(...(element instanceof SVGElement ? spans(text) : mathText(text)));
}

/** SVG has no sub: each part is moved down or back up; most have no such parts.
 * @param {string} text @returns {(Node | string)[]} */
function spans(text) {
  const parts = partsOf(notated(text));
  if (!parts.some((part) => part.low)) return parts.map((part) => part.text);
  let low = false;
  return parts.map((part) => {
    const dy = Number(part.low) * DROP - Number(low) * DROP;
    low = part.low;
    return svg("tspan", { class: part.low && "low", dy }, part.text);
  });
}
