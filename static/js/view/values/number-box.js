// A box for a typed value. What is typed, 1/3 or pi/4, is worked out by the server.

/** @import { Value } from "../../types.js" */
/** @import { Asks } from "./values.js" */
import { html, leadToGraph, set } from "../element.js";

/** @param {string} kind @param {Asks["commit"]} commit @param {(value: Value) => void} accept */
export function numberBox(kind, commit, accept) {
  /** What stands for the value, what was dealt with last, and how often anything was. */
  let drawn = "";
  let done = "";
  let turn = 0;
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
    show(drawn);
    element.blur();
    leadToGraph(element);
  });

  async function send() {
    const text = element.value.trim();
    if (text === done || text === "") return;
    done = text;
    turn += 1;
    const mine = turn;
    const answer = await commit(text);
    if (mine !== turn) return; // something newer was typed, or the value has moved on
    if ("message" in answer) return tell(answer.message);
    tell("");
    accept(answer.value);
    if (!isTyping()) show(drawn);
  }

  /** @param {string} message what is wrong with the text; empty where nothing is */
  function tell(message) {
    set(element, { "aria-invalid": message ? "true" : null });
    view.say(message);
  }

  /** @param {string} text */
  function show(text) {
    done = text;
    element.value = text;
  }

  /** Whether there is a text that was not handed in yet. */
  function isTyping() {
    return element.matches(":focus") && element.value.trim() !== done;
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
      if (text === drawn) return;
      drawn = text;
      turn += 1;
      if (element.hasAttribute("aria-invalid")) tell("");
      if (!isTyping()) show(text);
    },
  };
  return view;
}

/** Short enough for a small box, and typed the way it is shown. @param {Value} value */
function plain(value) {
  if (typeof value === "number") return String(Number(value.toPrecision(6)));
  return typeof value === "string" ? value : JSON.stringify(value);
}
