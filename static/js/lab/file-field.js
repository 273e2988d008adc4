// A person's own examples: picked with a box, or dropped anywhere on the page.

/** @import { Acts, Control } from "./controls.js" */
import { html, set, write } from "../view/element.js";
import { label } from "./label.js";

/** @param {Acts} acts @returns {Control} */
export function fileOf({ files }) {
  const name = html("span", {});
  const box = html("input", { class: "entry", type: "file", multiple: true });
  const says = html("span", { class: "says" });
  const field = html("label", { class: "field" }, name, box, says);
  const back = html("button", { type: "button", class: "button" });
  back.addEventListener("click", () => files([]));
  box.addEventListener("change", () => take([...(box.files ?? [])]));
  document.addEventListener("dragover", (event) => event.preventDefault());
  document.addEventListener("drop", (event) => {
    event.preventDefault();
    take([...(event.dataTransfer?.files ?? [])]);
  });

  /** @param {File[]} given */
  function take(given) {
    if (given.length) files(given);
    box.value = ""; // the same file may be picked again, once it was mended
  }

  return {
    element: html("div", { class: "fields" }, field, back),
    draw({ words, file }) {
      label(name, box, words("train.file"));
      write(says, file ?? words("train.file.hint"));
      write(back, words("train.file.back"));
      set(back, { hidden: file === null });
    },
  };
}
