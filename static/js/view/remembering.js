// Drawing only what has changed: what was drawn last is remembered, and compared.

/** Says whether any of these is another one than at the last call.
 * @returns {(now: unknown[]) => boolean} */
export function remembering() {
  /** @type {unknown[] | null} */
  let before = null;
  return (now) => {
    const same = before?.length === now.length && now.every((each, i) => each === before?.[i]);
    before = now;
    return !same;
  };
}

/** Says whether an element is to show something else than it does; what is made anew at each draw,
 * such as a function, does not count. @returns {(element: Element, item: object) => boolean} */
export function drawnAs() {
  /** @type {WeakMap<Element, Record<string, unknown>>} */
  const drawn = new WeakMap();
  return (element, item) => {
    const now = /** @type {Record<string, unknown>} */ (item);
    const before = drawn.get(element);
    drawn.set(element, now);
    return !before || Object.keys(now).some((key) => differ(now[key], before[key]));
  };
}

/** @param {unknown} one @param {unknown} other */
function differ(one, other) {
  return one !== other && typeof one !== "function";
}
