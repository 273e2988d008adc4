// The column of a lesson: its head, its sections, its questions, and what stands at the end.

/** @import { Language, Words } from "../types.js" */
/** @import { Block, Lesson } from "./types.js" */
import { sectionsOf } from "../model/lesson.js";
import { html } from "../view/element.js";
import { paragraph } from "./runs.js";

const LISTS = ["goals", "list", "summary", "teacher"];

/** What the column asks of the page: `question` gives the element of a question, `activate` shows
 * a section's state, `noted` what somebody has written before.
 * @typedef {{ words: Words, language: Language, question: (block: Block) => HTMLElement,
 *   activate: (section: number) => void, leave: () => void, save: () => void,
 *   noted: { read: (block: string) => string, write: (block: string, text: string) => void },
 *   next: { id: string, title: string } | null }} Asks */

/** @param {HTMLElement} place @param {Lesson} lesson @param {Asks} asks */
export function drawColumn(place, lesson, asks) {
  const { before, sections } = sectionsOf(lesson);
  place.replaceChildren(
    head(lesson, asks),
    ...before.map((block) => drawn(block, lesson, asks)),
    ...sections.map(({ blocks }, at) =>
      html(
        "section",
        { class: "part", "data-section": at },
        ...blocks.map((block, order) => withShow(drawn(block, lesson, asks), order, at, asks)),
      ),
    ),
    foot(asks),
  );
}

/** @param {Lesson} lesson @param {Asks} asks */
function head({ number, title, minutes }, { words, leave }) {
  const button = html("button", { type: "button", class: "button" }, words("lesson.leave"));
  button.addEventListener("click", leave);
  const print = html("button", { type: "button", class: "button quiet" }, words("lesson.print"));
  print.addEventListener("click", () => window.print());
  return html(
    "div",
    { class: "lesson-head" },
    html("p", { class: "label" }, words("lesson.number", { n: number, minutes })),
    html("h2", {}, title),
    html("p", { class: "progress", role: "status" }),
    html(
      "div",
      { class: "deeds" },
      html("a", { class: "button quiet", href: "lessons" }, words("lesson.all")),
      button,
      print,
    ),
  );
}

/** A section's first block carries the button that shows its state.
 * @param {HTMLElement} element @param {number} order @param {number} section @param {Asks} asks */
function withShow(element, order, section, { words, activate }) {
  if (order > 0) return element;
  const button = html("button", { type: "button", class: "show link" }, words("lesson.show"));
  button.addEventListener("click", () => activate(section));
  return html("div", { class: "part-head" }, element, button);
}

/** @param {Block} block @param {Lesson} lesson @param {Asks} asks @returns {HTMLElement} */
function drawn(block, lesson, asks) {
  const { id, sort, texts } = block;
  if (block.question) return asks.question(block);
  const { words, language } = asks;
  const shown = texts.map((runs) => paragraph(runs, lesson.glossary, language));
  if (sort === "heading")
    return html("h3", { id }, ...(shown[0] ?? []), anchor(block, lesson, words));
  if (sort === "why") return why(block, shown[0] ?? [], asks);
  const body = LISTS.includes(sort)
    ? html("ul", {}, ...shown.map((item) => html("li", {}, ...item)))
    : html("p", {}, ...(shown[0] ?? []), anchor(block, lesson, words));
  if (sort === "text" || sort === "list") return html("div", { id, class: "text" }, body);
  if (sort === "teacher")
    return html(
      "details",
      { id, class: "teacher" },
      html("summary", {}, words("lesson.teacher")),
      body,
    );
  return html(
    "div",
    { id, class: sort },
    html("p", { class: "label" }, words(`lesson.${sort}`)),
    body,
  );
}

/** A link to this very paragraph. @param {Block} block @param {Lesson} lesson @param {Words} words */
function anchor({ id }, lesson, words) {
  const href = `#lesson=${lesson.id}.${id}`;
  return html("a", { class: "anchor", href, "aria-label": words("lesson.anchor") }, "#");
}

/** @param {Block} block @param {(Node | string)[]} shown @param {Asks} asks */
function why({ id }, shown, { words, noted }) {
  const box = html("textarea", { rows: 3, "aria-label": words("lesson.why") });
  box.value = noted.read(id);
  box.addEventListener("input", () => noted.write(id, box.value));
  return html(
    "div",
    { id, class: "why-box" },
    html("p", { class: "label" }, words("lesson.why")),
    html("p", {}, ...shown),
    box,
  );
}

/** @param {Asks} asks */
function foot({ words, save, next }) {
  const button = html("button", { type: "button", class: "button" }, words("lesson.save"));
  button.addEventListener("click", save);
  return html(
    "div",
    { class: "lesson-foot" },
    next &&
      html(
        "a",
        { class: "button primary", href: `#lesson=${next.id}` },
        words("lesson.next", { title: next.title }),
      ),
    button,
    html("p", { class: "quiet" }, words("lesson.private")),
  );
}
