// One question as a card: what is asked, a place for the answer, hints, and what an answer tells.

/** @import { Language, Words } from "../types.js" */
/** @import { Question, Verdict } from "../lesson/types.js" */
import { reasonOf } from "../effects/server/reason.js";
import { html, set } from "../view/element.js";
import { mathText } from "../view/math/math.js";
import { askHint, handIn } from "./asking.js";
import { fieldsOf } from "./fields.js";

/** What was typed and not handed in yet. @typedef {{ read: () => unknown, write: (typed: unknown) => void }} Draft */

/** What a card asks of the page: `focus` when somebody begins, `told` when an answer was judged.
 * @typedef {{ words: Words, language: Language, label?: string, edges?: string[], solved?: boolean,
 *   draft: Draft,
 *   focus: () => void,
 *   told: (given: { answer: string, verdict: Verdict, sure: boolean, shown: boolean }) => void }} Card */

/** @param {Question} question @param {Card} card */
export function cardOf(question, card) {
  const { words, language } = card;
  let hints = 0;
  const field = fieldsOf(question, words, card.edges ?? []);
  const sure = html("input", { type: "checkbox" });
  const said = html("div", { class: "verdict", role: "status" });
  const check = button(words("quiz.check"), "button primary", "submit");
  const hint = button(words("quiz.hint"), "button quiet");
  set(hint, { "data-deed": "hint" });
  const show = button(words("quiz.show"), "button quiet", "button", true);
  set(show, { "data-deed": "show" });
  const form = html(
    "form",
    { class: "answer" },
    field.element,
    html(
      "div",
      { class: "deeds" },
      check,
      hint,
      show,
      html("label", { class: "sure" }, sure, words("quiz.sure")),
    ),
  );
  const element = html(
    "section",
    { class: "quiz", "data-kind": question.kind, "data-state": card.solved ? "right" : "open" },
    html("p", { class: "label" }, card.label ?? words("quiz.label")),
    html("p", { class: "ask" }, ...mathText(question.prompt)),
    form,
    said,
  );
  const typed = card.draft.read() ?? null;
  if (typed !== null) field.put(typed);
  form.addEventListener("input", () => card.draft.write(field.read()));
  element.addEventListener("focusin", card.focus, { once: true });
  hint.addEventListener("click", () => tell(nextHint));
  show.addEventListener("click", () => tell(() => judge(true)));
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    tell(() => judge(false));
  });
  return { element, focus: field.focus };

  async function nextHint() {
    hints = Math.min(hints + 1, question.hints);
    const { explanation } = await askHint(question, hints, language);
    const list = said.querySelector("ol.hints") ?? html("ol", { class: "hints" });
    list.append(html("li", {}, ...mathText(explanation)));
    if (!list.isConnected) said.prepend(list);
    set(hint, { disabled: hints >= question.hints });
  }

  /** @param {boolean} giveUp */
  async function judge(giveUp) {
    const [answer, text] = [field.read(), field.text()];
    if (!giveUp && answer === null) return field.focus();
    const verdict = await handIn(question, giveUp ? field.nothing : answer, language);
    if (giveUp) reveal(verdict);
    else speak(verdict, text || String(answer));
    card.told({ answer: text, verdict, sure: sure.checked, shown: giveUp });
  }

  /** @param {Verdict} verdict @param {string} answer */
  function speak(verdict, answer) {
    set(element, { "data-state": verdict.correct ? "right" : "wrong" });
    set(element, { "data-code": verdict.diagnosis?.code ?? null });
    field.mark(verdict);
    if (verdict.correct) return reveal(verdict);
    show.hidden = false;
    const message = verdict.diagnosis?.message ?? words("quiz.unknown");
    const lead = words("quiz.wrong", { answer });
    said.replaceChildren(
      html("p", { class: "lead" }, lead),
      html("p", { class: "diagnosis" }, ...mathText(message)),
    );
  }

  /** @param {Verdict} verdict */
  function reveal(verdict) {
    const right = verdict.correct === true;
    set(element, { "data-state": right ? "right" : "shown" });
    field.mark(verdict);
    show.hidden = true;
    said.replaceChildren(
      html("p", { class: "lead" }, right ? words("quiz.right") : words("quiz.truth")),
      html("p", { class: "why" }, ...mathText(verdict.explanation)),
    );
  }

  /** @param {() => void | Promise<void>} deed */
  async function tell(deed) {
    set(check, { disabled: true });
    try {
      await deed();
    } catch (error) {
      const message = reasonOf(error, words, "quiz.gone");
      said.replaceChildren(html("p", { class: "diagnosis" }, message));
    } finally {
      said.scrollIntoView({ block: "nearest" });
      set(check, { disabled: false });
    }
  }
}

/** @param {string} text @param {string} className @param {"button" | "submit"} type @param {boolean} hidden */
function button(text, className, type = "button", hidden = false) {
  return html("button", { type, class: className, hidden }, text);
}
