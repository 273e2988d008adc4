// A keypad for phones: what a formula needs and their keyboards hide. It types into the editor.

/** @import { State } from "../../types.js" */
import { fieldOf } from "../../model/document/fields.js";
import { html, set } from "../element.js";
import { icon } from "../icons.js";
import { noteWriting } from "./writing.js";

/** Each key: what stands on it, and what it types. */
const TEXT = [
  ["(", "("],
  [")", ")"],
  ["+", " + "],
  ["−", " - "],
  ["×", " * "],
  ["÷", " / "],
  ["^", "^"],
  ["=", " = "],
  ["σ", "sigmoid("],
  ["exp", "exp("],
  ["ln", "ln("],
  ["[", "["],
  ["]", "]"],
  [",", ", "],
  ["@", " @ "],
  ["↵", "\n"],
];
const LATEX = [
  ["{", "{"],
  ["}", "}"],
  ["+", " + "],
  ["−", " - "],
  ["·", " \\cdot "],
  ["a/b", "\\frac{"],
  ["^", "^{"],
  ["=", " = "],
  ["_", "_{"],
  ["√", "\\sqrt{"],
  ["eˣ", "e^{"],
  ["ln", "\\ln "],
  ["(", "("],
  [")", ")"],
  ["θ", "\\theta "],
  ["↵", "\n"],
];

/** @param {HTMLElement} place @param {(text: string) => void} type
 * @param {(at: { x: number, y: number }) => void} openMenu what there is to do with the line */
export function keypadIn(place, type, openMenu) {
  let shown = "";
  noteWriting();
  place.addEventListener("keydown", walk);
  place.addEventListener("focusin", ({ target }) => {
    reach(keys().indexOf(/** @type {Element} */ (target)));
  });
  return {
    /** @param {State} state */
    draw({ document, words }) {
      const latex = fieldOf(document, "notation") === "latex";
      const key = `${latex} ${words("keypad.label")}`;
      if (key === shown) return;
      shown = key;
      set(place, { role: "toolbar", "aria-label": words("keypad.label") });
      place.replaceChildren(
        ...(latex ? LATEX : TEXT).map(([cap = "", text = ""]) => made(cap, text)),
        menuKey(words("lines.open")),
      );
      reach(0);
    },
  };

  /** @returns {Element[]} */
  function keys() {
    return [...place.children];
  }

  /** Whoever comes by Tab passes one key, not sixteen: arrows walk among them. @param {number} at */
  function reach(at) {
    for (const [i, key] of keys().entries()) set(key, { tabindex: i === at ? 0 : -1 });
  }

  /** @param {KeyboardEvent} event */
  function walk(event) {
    const way = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (way === undefined) return;
    event.preventDefault();
    const all = keys();
    const at = all.indexOf(/** @type {Element} */ (event.target));
    const next = all[(at + way + all.length) % all.length];
    if (next instanceof HTMLElement) next.focus();
  }

  /** @param {string} name */
  function menuKey(name) {
    const key = { type: "button", "aria-label": name, "aria-haspopup": "menu", title: name };
    const button = html("button", key, icon("more"));
    button.addEventListener("pointerdown", (event) => event.preventDefault());
    button.addEventListener("click", () => {
      const { left, top } = button.getBoundingClientRect();
      openMenu({ x: left, y: top });
    });
    return button;
  }

  /** @param {string} cap @param {string} text */
  function made(cap, text) {
    const name = text.trim() === "" ? cap : text.trim();
    const button = html("button", { type: "button", "aria-label": name }, cap);
    // The editor keeps the focus, and the phone its keyboard.
    button.addEventListener("pointerdown", (event) => event.preventDefault());
    button.addEventListener("click", () => type(text));
    return button;
  }
}
