// The colours of the page for what is painted, not styled, and word when they change.

/** Held weakly: some pictures are made anew at each step, and those before must not stay.
 * @type {Set<WeakRef<HTMLElement>>} */
const places = new Set();
/** @type {WeakMap<HTMLElement, () => void>} */
const paints = new WeakMap();
let watching = false;

/** @param {string} name of a custom property @param {Element} [place] where it is worn */
export function colour(name, place = document.documentElement) {
  return getComputedStyle(place).getPropertyValue(name).trim();
}

/** @param {HTMLElement} place @param {() => void} paint asked whenever the theme changes */
export function whenThemed(place, paint) {
  if (!watching) watch();
  paints.set(place, paint);
  places.add(new WeakRef(place));
}

function watch() {
  watching = true;
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", paintAll);
  const themed = { attributeFilter: ["data-theme"] };
  new MutationObserver(paintAll).observe(document.documentElement, themed);
}

function paintAll() {
  for (const each of places) {
    const place = each.deref();
    if (place) paints.get(place)?.();
    else places.delete(each);
  }
}
