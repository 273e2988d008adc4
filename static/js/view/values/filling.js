// Filling a tensor: with one of the ways that the server knows, drawn once more with the next seed, or
// with the numbers of a file, picked or dropped.

/** @import { Filler, Found, Way } from "../../effects/questions/filling.js" */
/** @import { Value } from "../../types.js" */
/** @import { Row } from "./values.js" */
import { html, set, write } from "../element.js";
import { icon } from "../icons.js";

/** @param {import("../../effects/waiting/later.js").Later<Filler> | null} filler null where there is none
 * @param {{ accept: (value: Value) => void, say: (text: string) => void }} tensor */
export function fillingIn(filler, { accept, say }) {
  if (filler === null) return null;
  const choice = html("select", { class: "button" });
  const seed = html("input", {
    class: "entry",
    type: "number",
    min: 0,
    max: Number.MAX_SAFE_INTEGER,
    value: "0",
  });
  const seedName = html("span", {});
  const seedField = html("label", { class: "seed", hidden: true }, seedName, seed);
  const fill = html("button", { type: "button", class: "button", "data-deed": "tensor.fill" });
  const again = html("button", { type: "button", class: "button", hidden: true });
  const file = html("input", { type: "file", hidden: true });
  const pick = html("button", { type: "button", class: "button" });
  const hint = html("span", { class: "quiet" });
  const element = html(
    "div",
    { class: "filling", role: "group" },
    html("span", { class: "choose" }, choice, icon("down")),
    seedField,
    fill,
    again,
    pick,
    hint,
    file,
  );
  /** @type {Way[]} */
  let ways = [];
  let unanswered = false;
  /** @type {number[]} */
  let shape = [];
  /** @type {Row | null} */
  let latest = null;
  /** The newest question: an earlier one that is answered late has no say. */
  let turn = 0;

  choice.addEventListener("change", show);
  fill.addEventListener("click", () => drawn());
  again.addEventListener("click", () => {
    seed.value = String(seedNow() + 1);
    drawn();
  });
  seed.addEventListener("keydown", (event) => {
    event.stopPropagation();
    if (event.key === "Enter") drawn();
  });
  pick.addEventListener("click", () => file.click());
  file.addEventListener("change", () => {
    read(file.files?.[0]);
    file.value = ""; // the same file may be picked again, once it was mended
  });

  function drawn() {
    ask((asked) => asked.fill(choice.value, shape, seedNow()));
  }

  /** @param {File | undefined} given */
  function read(given) {
    if (given) ask((asked) => asked.read(given, shape.length || null));
  }

  /** @param {(filler: Filler) => Promise<Found>} question */
  function ask(question) {
    turn += 1;
    const mine = turn;
    const before = latest?.value;
    filler?.use(async (asked) => {
      const found = await question(asked);
      if (mine !== turn) return;
      say("message" in found ? found.message : "");
      if ("value" in found && isStill(before)) accept(found.value);
    });
  }

  /** Whether nobody has given it other numbers, locked it or taken it away.
   * @param {Row["value"] | undefined} before */
  function isStill(before) {
    if (!latest || latest.locked || !element.isConnected) return false;
    return latest.value === before || JSON.stringify(latest.value) === JSON.stringify(before);
  }

  function seedNow() {
    return Math.max(0, Math.floor(seed.valueAsNumber || 0));
  }

  /** What can be chosen, and whether it draws its numbers. */
  function show() {
    if (!latest) return;
    const { language, locked } = latest;
    const fitting = ways.filter(({ axes }) => axes === null || axes === shape.length);
    offer(
      choice,
      fitting.map(({ name, words }) => [name, words[language]]),
    );
    const way = fitting.find(({ name }) => name === choice.value);
    for (const each of [seedField, again]) set(each, { hidden: !way?.seeded });
    for (const each of [choice, seed, again, pick]) set(each, { disabled: locked });
    set(fill, { disabled: locked || fitting.length === 0 });
  }

  return {
    element,
    /** Once someone looks at it. */
    wake() {
      filler?.use(async (asked) => {
        const found = await asked.ways();
        const message = "message" in found ? found.message : "";
        if (message || unanswered) say(message);
        unanswered = message !== "";
        if ("fills" in found) ways = found.fills;
        show();
      });
    },
    /** A file that is dropped there is meant for this tensor, not for the page. @param {HTMLElement} place */
    takeFrom(place) {
      place.addEventListener("dragover", ({ dataTransfer }) => {
        place.classList.toggle("over", dataTransfer?.types.includes("Files") ?? false);
      });
      place.addEventListener("dragleave", ({ relatedTarget }) => {
        if (!(relatedTarget instanceof Node && place.contains(relatedTarget)))
          place.classList.remove("over");
      });
      place.addEventListener("drop", (event) => {
        place.classList.remove("over");
        const given = event.dataTransfer?.files[0];
        if (!given) return;
        event.preventDefault();
        event.stopPropagation();
        if (!latest?.locked) read(given);
      });
    },
    /** @param {Row} row @param {number[] | null} sizes */
    draw(row, sizes) {
      const { words, input } = row;
      latest = row;
      shape = sizes ?? [];
      set(element, { "aria-label": words("tensor.filling", { name: input.name }) });
      set(choice, { "aria-label": words("tensor.with") });
      write(seedName, words("tensor.seed"));
      write(fill, words("tensor.fill"));
      write(again, words("tensor.again"));
      write(pick, words("tensor.file"));
      write(hint, words("tensor.drop"));
      show();
    },
  };
}

/** What is chosen stays, if it is still among them. @param {HTMLSelectElement} choice
 * @param {[string, string][]} options */
function offer(choice, options) {
  const there = [...choice.options].map(({ value, text }) => [value, text]);
  if (String(there) === String(options)) return;
  const { value: chosen } = choice;
  const made = options.map(([value, text]) =>
    html("option", { value, selected: value === chosen }, text),
  );
  choice.replaceChildren(...made);
}
