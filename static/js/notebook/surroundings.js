// Light or dark, as the notebook around is: every notebook says it another way, and all have a ground.

import { set } from "../view/element.js";

const DARK = 0.5;

/** @param {HTMLElement} root what wears the theme @param {() => string} wish auto, light or dark */
export function themeAround(root, wish) {
  const look = () => set(root, { "data-theme": wish() === "auto" ? groundOf(root) : wish() });
  const watched = { attributes: true };
  const observer = new MutationObserver(look);
  for (const each of [document.documentElement, document.body]) observer.observe(each, watched);
  const system = matchMedia("(prefers-color-scheme: dark)");
  system.addEventListener("change", look);
  look();
  return {
    look,
    close() {
      observer.disconnect();
      system.removeEventListener("change", look);
    },
  };
}

/** The first ground behind it that is painted; a page that paints none is white.
 * @param {Element} root @returns {"light" | "dark"} */
function groundOf(root) {
  const host = /** @type {ShadowRoot} */ (root.getRootNode()).host;
  /** @type {Element | null} */
  let around = host ?? null;
  while (around) {
    const [red = 0, green = 0, blue = 0, opaque = 1] = colour(getComputedStyle(around));
    if (opaque > DARK)
      return (0.3 * red + 0.6 * green + 0.1 * blue) / 255 < DARK ? "dark" : "light";
    around = around.parentElement;
  }
  return "light";
}

/** @param {CSSStyleDeclaration} style @returns {number[]} */
function colour({ backgroundColor }) {
  return (backgroundColor.match(/[\d.]+/g) ?? []).map(Number);
}
