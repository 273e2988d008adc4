// The shell of the page, in words: whatever asks for a text or a name by its key gets it.

/** @import { Language, Words } from "../../types.js" */
import { set, write } from "../element.js";

/** @param {Words} words @param {Language} language @param {Element} [page] the part that is spoken to */
export function speak(words, language, page = document.documentElement) {
  set(page, { lang: language === "zh" ? "zh-CN" : "en" });
  for (const element of page.querySelectorAll("[data-word]")) {
    write(element, words(element.getAttribute("data-word") ?? ""));
  }
  for (const element of page.querySelectorAll("[data-label]")) {
    const name = words(element.getAttribute("data-label") ?? "");
    const spare = element.matches("button") ? name : null; // a tip for the pointer
    set(element, { "aria-label": name, title: spare });
  }
  set(page, { "data-spoken": "true" });
}
