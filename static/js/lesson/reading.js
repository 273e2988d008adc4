// Reading a lesson beside the workspace: its text, its questions, and how far one has come.

/** @import { Store } from "../store.js" */
/** @import { Document, State } from "../types.js" */
/** @import { Block, Given, Lesson, Listed, Progress, Question } from "./types.js" */
/** @import { Section } from "../model/lesson.js" */
import { saveText } from "../effects/files/saving.js";
import { keep, keepHere, recall, recallHere } from "../effects/keeping/storage.js";
import { get } from "../effects/server/server.js";
import { placeOf } from "../model/asked.js";
import { documentOf } from "../model/document/document.js";
import { fieldOf, withField } from "../model/document/fields.js";
import { answered, rightIn, tableOf } from "../model/document/progress.js";
import { sectionsOf } from "../model/lesson.js";
import { askQuestion } from "../quiz/asking.js";
import { cardOf } from "../quiz/card.js";
import { byId, html, set, write } from "../view/element.js";
import { fillOr } from "./absent.js";
import { drawColumn } from "./column.js";
import { leadingOf } from "./leading.js";
import { placeOn } from "./place.js";

/** @typedef {{ store: Store, open: (document: Document, step: number | null) => void,
 *   act: (type: string, to?: number) => void }} Parts */

/** @param {Parts} parts */
export function readingOf({ store, open, act }) {
  const place = byId("lesson");
  const back = byId("lesson-back");
  /** @type {Lesson | null} */
  let lesson = null;
  let language = store.state.language;
  let wanted = "";
  /** @type {Section[]} */
  let sections = [];
  /** @type {Map<string, Question>} */
  const questions = new Map();
  /** Questions whose answer may be seen. @type {Set<string>} */
  const seen = new Set();
  /** @type {Progress} */
  let progress = recall("progress") ?? {};

  const leading = leadingOf({
    ...{ store, place, open, act },
    sections: () => sections,
    lesson: () => wanted,
    asked: ({ blocks }) =>
      blocks.flatMap(({ id }) => (isOpen(id) ? (questions.get(id) ?? []) : [])),
  });
  store.watch((state) => {
    const { id } = placeOf(fieldOf(state.document, "lesson"));
    if (id !== wanted || (id && state.language !== language)) show(id, state);
  });
  back.addEventListener("click", () => start(back.getAttribute("data-lesson") ?? ""));

  /** @param {string} block */
  function isOpen(block) {
    return !seen.has(`${wanted}.${block}`) && progress[wanted]?.[block]?.correct !== true;
  }

  /** @param {string} id @param {State} state */
  function show(id, state) {
    const other = id !== wanted;
    if (id === "") set(back, { "data-lesson": wanted });
    back.hidden = id !== "";
    wanted = id;
    language = state.language;
    set(document.documentElement, { "data-lesson": id || null });
    place.hidden = id === "";
    if (id === "") lesson = null;
    else fillOr(place, state.words, () => load(id, other));
  }

  /** @param {string} id @param {boolean} other than the one before */
  async function load(id, other) {
    const asked = Promise.all([
      /** @type {Promise<Lesson>} */ (get(`lessons/${id}`, { language })),
      /** @type {Promise<{ lessons: Listed[] }>} */ (get("lessons", { language })),
    ]);
    const answers = await asked.catch((error) => {
      if (id === wanted) throw error;
      return null; // another lesson was opened meanwhile
    });
    if (id !== wanted || !answers) return;
    const [found, list] = answers;
    draw(found, list.lessons);
    if (other) {
      leading.forget();
      place.scrollTop = 0;
      goTo(placeOf(fieldOf(store.state.document, "lesson")).block);
    }
  }

  /** @param {Lesson} found @param {Listed[]} list */
  function draw(found, list) {
    lesson = found;
    ({ sections } = sectionsOf(found));
    questions.clear();
    drawColumn(place, found, {
      words: store.state.words,
      language,
      question: (block) => slotOf(found, block),
      activate: leading.activate,
      leave: () => open(withField(store.state.document, "lesson", ""), store.state.playback.step),
      save: () => saveText(`chainlight-${found.id}.csv`, tableOf(progress, found.id)),
      noted: {
        read: (block) => recall(`why.${found.id}.${block}`) ?? "",
        write: (block, text) => keep(`why.${found.id}.${block}`, text),
      },
      next: list.find(({ number }) => number === found.number + 1) ?? null,
    });
    tellProgress();
  }

  /** The place of a question, which comes as soon as the server has asked it.
   * @param {Lesson} found @param {Block} block */
  function slotOf(found, block) {
    const slot = html("div", { id: block.id, class: `slot ${block.sort}` });
    fillOr(slot, store.state.words, () => fill(found, block, slot));
    return slot;
  }

  /** @param {Lesson} found @param {Block} block @param {HTMLElement} slot */
  async function fill(found, { id, sort, state: shown, question }, slot) {
    if (!shown || !question) return;
    const { step } = question.about;
    const about = step === undefined ? question.about : { step: Number(step) };
    const asked = await askQuestion(shown, { ...question, about }, language);
    if (lesson !== found) return;
    questions.set(id, asked);
    const { words } = store.state;
    const card = cardOf(asked, {
      ...{ words, language, label: words(`lesson.${sort}`), solved: !isOpen(id) },
      draft: draftOf(`draft.${found.id}.${id}`),
      focus: () => leading.activate(sectionOf(id)),
      told({ answer, verdict, sure, shown: given }) {
        const correct = verdict.correct === true && !given;
        const code = verdict.diagnosis?.code ?? "";
        const { prompt } = asked;
        note({ lesson: found.id, block: id, prompt, answer, correct, sure, code });
        if (!(verdict.correct || given)) return;
        seen.add(`${found.id}.${id}`);
        leading.reveal(asked);
      },
    });
    slot.replaceChildren(card.element);
    leading.again();
  }

  /** @param {Omit<Given, "tries">} given */
  function note(given) {
    progress = answered(progress, given);
    keep("progress", progress);
    tellProgress();
  }

  function tellProgress() {
    if (!lesson) return;
    const fields = { n: rightIn(progress, lesson.id), all: lesson.questions };
    write(place.querySelector(".progress"), store.state.words("lesson.progress", fields));
  }

  /** @param {string} block */
  function sectionOf(block) {
    return sections.findIndex(({ blocks }) => blocks.some(({ id }) => id === block));
  }

  /** @param {string} block a paragraph; without one, the beginning */
  function goTo(block) {
    const found = block ? place.querySelector(`#${CSS.escape(block)}`) : null;
    found?.scrollIntoView({ block: "center" });
    leading.activate(Math.max(0, found ? sectionOf(block) : 0));
  }

  /** @param {string} text a lesson, or one of its paragraphs */
  function start(text) {
    const { id, block } = placeOf(text);
    if (id === wanted && lesson) return goTo(block);
    const { source, values } = store.state.document;
    open(withField(documentOf(source, values), "lesson", text), null);
  }

  return { start, here: () => lesson && placeOn(lesson, leading.at(), questions) };
}

/** It outlives another language and a reload. @param {string} key @returns {import("../quiz/card.js").Draft} */
function draftOf(key) {
  return { read: () => recallHere(key), write: (typed) => keepHere(key, typed) };
}
