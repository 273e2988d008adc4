// What narrows the table: a text, and how many rows it leaves.

/** @import { State } from "../../types.js" */
import { html, set, write } from "../element.js";

/** @param {() => void} changed */
export function filterIn(changed) {
  const box = html("input", { type: "search", class: "twin-filter", autocomplete: "off" });
  const left = html("span", { class: "quiet", role: "status" });
  const element = html("div", { class: "twin-head" }, box, left);
  box.addEventListener("input", changed);
  box.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || box.value === "") return;
    event.preventDefault(); // it empties the box first
    box.value = "";
    changed();
  });

  return {
    element,
    get text() {
      return box.value;
    },
    /** @param {State} state @param {number} found @param {number} all */
    draw({ words }, found, all) {
      const name = words("table.filter");
      set(box, { "aria-label": name, placeholder: name });
      write(left, box.value.trim() === "" ? "" : words("table.found", { n: found, all }));
    },
  };
}
