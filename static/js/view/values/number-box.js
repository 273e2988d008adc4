// A box for a typed value. What is typed, 1/3 or pi/4, is worked out by the server.

/** @import { Value } from "../../types.js" */
/** @import { Asks } from "./values.js" */
import { html, set } from "../element.js";

/** @param {string} kind @param {Asks["commit"]} commit @param {(value: Value) => void} accept */
export function numberBox(kind, commit, accept) {
  let shown = "";
  const element = html("input", {
    type: "text",
    class: kind,
    inputmode: "decimal",
    autocomplete: "off",
    spellcheck: "false",
  });
  element.addEventListener("change", send);
  element.addEventListener("focus", () => element.select());
  element.addEventListener("keydown", (event) => {
    event.stopPropagation();
    if (event.key === "Enter") send();
    if (event.key !== "Escape") return;
    element.value = shown;
    element.blur();
  });

  async function send() {
    const text = element.value.trim();
    if (text === shown || text === "") return;
    shown = text;
    const answer = await commit(text);
    const bad = "message" in answer;
    set(element, { "aria-invalid": bad ? "true" : null });
    view.say(bad ? answer.message : "");
    if (!bad) accept(answer.value);
  }

  const view = {
    element,
    /** @type {(text: string) => void} */
    say: () => {},
    /** @param {string} text */
    name(text) {
      set(element, { "aria-label": text });
    },
    /** @param {Value} value */
    draw(value) {
      const text = plain(value);
      if (text === shown) return;
      shown = text;
      element.value = text;
    },
  };
  return view;
}

/** Short enough for a small box, and typed the way it is shown. @param {Value} value */
function plain(value) {
  if (typeof value === "number") return String(Number(value.toPrecision(6)));
  return typeof value === "string" ? value : JSON.stringify(value);
}
