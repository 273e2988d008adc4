// Predict: any step, node or edge of any program turns into a question, on the graph itself.

/** @import { Store } from "../store.js" */
/** @import { Document, State } from "../types.js" */
/** @import { Question } from "../lesson/types.js" */
import { reasonOf } from "../effects/server/reason.js";
import { fieldOf } from "../model/document/fields.js";
import { afterAnswer, beforeAnswer, isAskable, questionIn } from "../model/lesson.js";
import { byId, html } from "../view/element.js";
import { icon } from "../view/icons.js";
import { askQuestion } from "./asking.js";
import { cardOf } from "./card.js";

/** @typedef {{ store: Store, open: (document: Document) => void,
 *   act: (type: string, to?: number) => void }} Parts */

/** @param {Parts} parts */
export function predictIn({ store, open, act }) {
  const place = byId("predict");
  let seed = 0;
  /** The question that a link opened with; it is asked once. */
  let linked = "";
  /** What is asked again with other values. @type {{ kind?: string | undefined, about?: object | null }} */
  let last = {};
  /** Whether the question on show is still open, and what has been typed. */
  let unsolved = false;
  let typed = /** @type {unknown} */ (null);
  /** Waits until its values are on screen. @type {Question | null} */
  let rolled = null;
  /** The newest wish wins. */
  let turn = 0;

  store.watch((state) => {
    if (rolled && state.ready && state.answer) {
      const question = rolled;
      rolled = null;
      if (state.answer.document.values === question.values) show(question);
      else ask(last); // a slider has moved on meanwhile
    }
    const text = fieldOf(state.document, "quiz");
    if (text === linked || !state.ready || !state.answer) return;
    linked = text;
    askOf(text, state.answer.trace.graph);
  });
  store.watch(({ language }, before) => {
    if (language !== before.language && unsolved && !place.hidden) ask(last, typed);
  });
  place.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    event.stopPropagation();
    close();
  });

  /** What a link asks. @param {string} text @param {import("../types.js").Graph} graph */
  function askOf(text, graph) {
    const wanted = questionIn(text);
    if (wanted === null) return;
    if (isAskable(wanted, graph)) ask(wanted);
    else store.update({ note: { key: "quiz", fields: { what: text } } });
  }

  /** @param {{ kind?: string | undefined, about?: object | null, seed?: number, reroll?: boolean }} wanted
   * @param {unknown} [begun] what has been typed already, of the same question in another language */
  async function ask(wanted, begun = null) {
    last = wanted;
    typed = begun;
    const question = await questionOf(wanted);
    if (question) show(question);
  }

  /** Null where something newer was wished for, or where the reason stands in its place.
   * @param {Parameters<typeof askQuestion>[1]} wanted */
  async function questionOf(wanted) {
    const { document: program, language } = store.state;
    turn += 1;
    const mine = turn;
    rolled = null;
    try {
      const asked = { source: program.source, values: valuesOf(store.state) };
      const question = await askQuestion(asked, wanted, language);
      return mine === turn ? question : null;
    } catch (error) {
      if (mine === turn) refuse(reasonOf(error, store.state.words, "quiz.gone"));
      return null;
    }
  }

  /** @param {string} reason */
  function refuse(reason) {
    place.replaceChildren(head(), html("p", { class: "diagnosis" }, reason), more());
    place.hidden = false;
  }

  /** @param {Question} question */
  function show(question) {
    const { words, language, answer } = store.state;
    if (answer) act("seek", Math.max(0, beforeAnswer(answer.history, question)));
    const card = cardOf(question, {
      words,
      language,
      edges: question.form === "edges" ? edgesOf(store.state) : [],
      focus: () => {},
      draft: {
        read: () => typed,
        write(now) {
          typed = now;
        },
      },
      told({ verdict, shown }) {
        const now = store.state.answer;
        if (verdict.correct || shown) unsolved = false;
        if (now && !unsolved) act("seek", afterAnswer(now.history, question));
      },
    });
    unsolved = true;
    place.replaceChildren(head(), card.element, more());
    place.hidden = false;
    card.focus();
  }

  function head() {
    const close_ = html(
      "button",
      {
        type: "button",
        class: "button quiet round",
        "aria-label": store.state.words("keys.close"),
      },
      icon("close"),
    );
    close_.addEventListener("click", close);
    return html(
      "div",
      { class: "predict-head" },
      html("h2", {}, store.state.words("quiz.title")),
      close_,
    );
  }

  function more() {
    const { words } = store.state;
    const deeds = /** @type {const} */ ([
      ["quiz.another", () => ask({ seed: ++seed })],
      ["quiz.reroll", reroll],
      ["quiz.whole", () => ask({ kind: "backward" })],
    ]);
    const buttons = deeds.map(([key, deed]) => {
      const button = html("button", { type: "button", class: "link" }, words(key));
      button.addEventListener("click", deed);
      return button;
    });
    return html("div", { class: "predict-more" }, ...buttons);
  }

  /** The same question with other numbers, and these on the sliders. */
  async function reroll() {
    const { source } = store.state.document;
    seed += 1;
    typed = null;
    const question = await questionOf({ ...last, seed, reroll: true });
    if (!question) return;
    const { document: now } = store.state;
    if (now.source !== source) return ask({}); // of the program that was typed meanwhile
    rolled = question;
    open({ ...now, values: question.values });
  }

  function close() {
    place.hidden = true;
    byId("canvas").focus();
  }

  return {
    /** The step that comes next, or what is selected, as a question. */
    predict() {
      const { selection, playback, answer } = store.state;
      if (!answer) return;
      if (selection?.kind === "node") return ask({ about: { node: selection.id } });
      if (selection?.kind === "edge") return ask({ about: { edge: selection.id } });
      const step = playback.step >= playback.last ? playback.last : playback.step + 1;
      return ask({ about: { step: Math.max(1, step) } });
    },
  };
}

/** Every value that is on screen, defaults too. @param {State} state */
function valuesOf({ answer, document: program }) {
  const shown = (answer?.inputs ?? []).flatMap(({ name, node }) => {
    const value = answer?.trace.values[node];
    return value === undefined ? [] : [/** @type {const} */ ([name, value])];
  });
  return { ...Object.fromEntries(shown), ...program.values };
}

/** The edges that a gradient crosses, by the names that the quiz has for them. @param {State} state */
function edgesOf({ answer }) {
  if (!answer) return [];
  const { nodes, edges } = answer.trace.graph;
  return answer.history.course.steps.flatMap((step) => {
    const edge = step.kind === "pull" ? edges[step.edge] : undefined;
    return edge ? [`${nodes[edge.source]?.name}->${nodes[edge.target]?.name}:${edge.port}`] : [];
  });
}
