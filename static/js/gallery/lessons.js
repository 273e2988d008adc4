// The page of lessons: one card each, with how far one has come; and the words of the subject.

/** @import { Words } from "../types.js" */
/** @import { Listed, Progress, Term } from "../lesson/types.js" */
import { recall } from "../effects/keeping/storage.js";
import { get } from "../effects/server/server.js";
import { rightIn } from "../model/document/progress.js";
import { byId, html } from "../view/element.js";
import { drawGlossary } from "./glossary.js";
import { shelfOf } from "./shelf.js";

shelfOf(async (words, language) => {
  /** @type {{ lessons: Listed[], glossary: Record<string, Term> }} */
  const { lessons, glossary } = await get("lessons", { language });
  byId("shelf").replaceChildren(...lessons.map((lesson) => card(lesson, words)));
  drawGlossary(glossary, language);
});

/** @param {Listed} lesson @param {Words} words */
function card({ id, number, title, minutes, questions, goals }, words) {
  /** @type {Progress} */
  const progress = recall("progress") ?? {};
  const right = rightIn(progress, id);
  return html(
    "a",
    { class: "card", href: `./#lesson=${id}`, "data-lesson": id },
    html("span", { class: "number" }, String(number)),
    html("h3", {}, title),
    html("ul", {}, ...goals.map((goal) => html("li", {}, goal))),
    html(
      "p",
      { class: "facts" },
      html("span", {}, words("shelf.minutes", { minutes })),
      html("span", {}, words("shelf.done", { n: right, all: questions })),
    ),
  );
}
