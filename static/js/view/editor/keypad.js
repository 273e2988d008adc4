// A keypad for phones: what a formula needs and their keyboards hide. It types into the editor.

/** @import { State } from "../../types.js" */
import { fieldOf } from "../../model/document/fields.js";
import { html, set } from "../element.js";

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

/** @param {HTMLElement} place @param {(text: string) => void} type */
export function keypadIn(place, type) {
  let shown = "";
  return {
    /** @param {State} state */
    draw({ document, words }) {
      const latex = fieldOf(document, "notation") === "latex";
      const key = `${latex} ${words("keypad.label")}`;
      if (key === shown) return;
      shown = key;
      set(place, { role: "group", "aria-label": words("keypad.label") });
      place.replaceChildren(
        ...(latex ? LATEX : TEXT).map(([cap = "", text = ""]) => made(cap, text)),
      );
    },
  };

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
