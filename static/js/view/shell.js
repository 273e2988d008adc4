// The shell of the page, in words: whatever asks for a text or a name by its key gets it.

/** @import { Language, Words } from "../types.js" */
import { set, write } from "./element.js";

/** @param {Words} words @param {Language} language */
export function speak(words, language) {
  const page = document.documentElement;
  set(page, { lang: language === "zh" ? "zh-CN" : "en" });
  for (const element of document.querySelectorAll("[data-word]")) {
    write(element, words(element.getAttribute("data-word") ?? ""));
  }
  for (const element of document.querySelectorAll("[data-label]")) {
    const name = words(element.getAttribute("data-label") ?? "");
    const spare = element.matches("button") ? name : null; // a tip for the pointer
    set(element, { "aria-label": name, title: spare });
  }
  set(page, { "data-spoken": "true" });
}
