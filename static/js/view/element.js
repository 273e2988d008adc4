// Making and changing elements: text goes in as text, and only what differs is written.

const SVG = "http://www.w3.org/2000/svg";

/** @typedef {Record<string, string | number | boolean | null | undefined>} Attributes */
/** @typedef {Node | string | null | false} Child */

/** @template {keyof HTMLElementTagNameMap} T
 * @param {T} tag @param {Attributes} [attributes] @param {Child[]} children
 * @returns {HTMLElementTagNameMap[T]} */
export function html(tag, attributes = {}, ...children) {
  return filled(document.createElement(tag), attributes, children);
}

/** @template {keyof SVGElementTagNameMap} T
 * @param {T} tag @param {Attributes} [attributes] @param {Child[]} children
 * @returns {SVGElementTagNameMap[T]} */
export function svg(tag, attributes = {}, ...children) {
  return filled(document.createElementNS(SVG, tag), attributes, children);
}

/** @template {Element} E @param {E} element @param {Attributes} attributes @param {Child[]} children @returns {E} */
function filled(element, attributes, children) {
  set(element, attributes);
  element.append(...children.filter((child) => child !== null && child !== false));
  return element;
}

/** Sets attributes; null, undefined and false take one away, true leaves it bare.
 * @param {Element} element @param {Attributes} attributes */
export function set(element, attributes) {
  for (const [name, value] of Object.entries(attributes)) {
    const text = value === true ? "" : String(value ?? false);
    if (text === "false" && typeof value !== "string") element.removeAttribute(name);
    else if (element.getAttribute(name) !== text) element.setAttribute(name, text);
  }
}

/** @param {Element | null} element @param {string} text */
export function write(element, text) {
  if (element && element.textContent !== text) element.textContent = text;
}

/** A field is told only what it does not say already: the browser looks through all that hang on it.
 * @param {HTMLInputElement | HTMLSelectElement} field @param {string | number} value */
export function fill(field, value) {
  const text = String(value);
  if (field.value !== text) field.value = text;
}

/** Moves by style, so that the style sheet can let it glide.
 * @param {HTMLElement | SVGElement} element @param {string} property @param {string} value */
export function style(element, property, value) {
  if (element.style.getPropertyValue(property) !== value)
    element.style.setProperty(property, value);
}

/** Where each element was moved to. @type {WeakMap<Element, { x: number, y: number }>} */
const places = new WeakMap();

/** @param {SVGElement} element @param {{ x: number, y: number }} to
 * @returns {boolean} whether it stood elsewhere */
export function moveTo(element, to) {
  if (places.get(element) === to) return false;
  places.set(element, to);
  style(element, "transform", `translate(${to.x}px, ${to.y}px)`);
  return true;
}

/** What each parent holds, by key. @type {WeakMap<Element, Map<string, Element>>} */
const held = new WeakMap();

/** Keeps one child per item, alive from draw to draw, in order.
 * @template I @template {Element} E
 * @param {Element} parent @param {I[]} items
 * @param {{ key: (item: I) => string, make: (item: I) => E, update: (element: E, item: I) => void }} how */
export function join(parent, items, { key, make, update }) {
  const old = held.get(parent) ?? new Map();
  /** @type {Map<string, Element>} */
  const now = new Map();
  let place = parent.firstElementChild;
  for (const item of items) {
    const name = key(item);
    const element = /** @type {E} */ (old.get(name) ?? make(item));
    old.delete(name);
    now.set(name, element);
    if (element === place) place = place.nextElementSibling;
    else parent.insertBefore(element, place);
    update(element, item);
  }
  for (const left of old.values()) left.remove();
  held.set(parent, now);
}

/** An element of the shell that must be there.
 * @param {string} id @returns {HTMLElement} */
export function byId(id) {
  const found = document.getElementById(id);
  if (!found) throw new Error(`the shell has no #${id}`);
  return found;
}

/** There keys step and play: on the page, or in the widget that an element is a part of.
 * @param {Element} element */
export function leadToGraph(element) {
  const around = element.getRootNode();
  if (around instanceof Document || around instanceof ShadowRoot)
    around.getElementById("canvas")?.focus();
}

/** @param {string} id */
export function dialogById(id) {
  return /** @type {HTMLDialogElement} */ (byId(id));
}
