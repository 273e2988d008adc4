// Where an answer is put: a box for a number or a shape, choices, or a box for every edge.

/** @import { Words } from "../types.js" */
/** @import { Question, Verdict } from "../lesson/types.js" */
import { html, set } from "../view/element.js";
import { mathText } from "../view/math/math.js";

/** `put` brings back what `read` gave; `nothing` is an answer that is wrong without being one.
 * @typedef {{ element: HTMLElement, focus: () => void, read: () => unknown, text: () => string,
 *   put: (draft: any) => void,
 *   mark: (verdict: Verdict) => void, nothing: unknown }} Field */

let made = 0;

/** @param {Question} question @param {Words} words @param {string[]} edges @returns {Field} */
export function fieldsOf(question, words, edges) {
  if (question.form === "choice") return choiceOf(question, words);
  return question.form === "edges" ? edgesOf(edges, words) : boxOf(question, words);
}

/** @param {Question} question @param {Words} words @returns {Field} */
function boxOf({ form }, words) {
  const box = html("input", {
    type: "text",
    class: "box",
    autocomplete: "off",
    spellcheck: "false",
    "aria-label": words("quiz.answer"),
    placeholder: words(form === "shape" ? "quiz.shapeExample" : "quiz.numberExample"),
  });
  return {
    element: box,
    focus: () => box.focus(),
    read: () => box.value.trim() || null,
    text: () => box.value.trim(),
    put(draft) {
      box.value = draft;
    },
    mark: ({ correct }) => set(box, { "aria-invalid": correct === false }),
    nothing: form === "shape" ? [] : "NaN",
  };
}

/** @param {Question} question @param {Words} words @returns {Field} */
function choiceOf({ choices }, words) {
  made += 1;
  const group = `quiz-${made}`;
  const boxes = choices.map(({ value }) => html("input", { type: "radio", name: group, value }));
  const labels = choices.map(({ label }, at) =>
    html("label", {}, boxes[at] ?? null, html("span", {}, ...mathText(label))),
  );
  const picked = () => boxes.find((box) => box.checked);
  return {
    element: html(
      "div",
      { class: "choices", role: "radiogroup", "aria-label": words("quiz.answer") },
      ...labels,
    ),
    focus: () => boxes[0]?.focus(),
    read: () => picked()?.value ?? null,
    text: () => picked()?.closest("label")?.textContent ?? "",
    put(draft) {
      for (const box of boxes) box.checked = box.value === draft;
    },
    mark({ correct, truth }) {
      for (const [at, label] of labels.entries()) {
        const right = truth === choices[at]?.value;
        set(label, { "data-state": right && correct !== null && truth !== null ? "right" : null });
      }
    },
    nothing: choices[0]?.value ?? "",
  };
}

/** @param {string[]} edges @param {Words} words @returns {Field} */
function edgesOf(edges, words) {
  const boxes = new Map(
    edges.map((edge) => [
      edge,
      html("input", { type: "text", class: "box", autocomplete: "off", "aria-label": edge }),
    ]),
  );
  const filled = () =>
    Object.fromEntries([...boxes].map(([edge, box]) => [edge, box.value.trim()]));
  return {
    element: html(
      "div",
      { class: "edges", role: "group", "aria-label": words("quiz.answer") },
      ...[...boxes].map(([edge, box]) =>
        html("label", {}, html("span", {}, ...mathText(arrow(edge))), box),
      ),
    ),
    focus: () => boxes.values().next().value?.focus(),
    read: () => (Object.values(filled()).some(Boolean) ? filled() : null),
    text: () => JSON.stringify(filled()),
    put(draft) {
      for (const [edge, box] of boxes) box.value = draft[edge] ?? "";
    },
    mark({ parts }) {
      for (const { edge, correct } of parts)
        set(boxes.get(edge) ?? html("i"), { "aria-invalid": !correct, "data-right": correct });
    },
    nothing: {},
  };
}

/** `b->c:1` as it is walked backwards. @param {string} edge */
function arrow(edge) {
  const [source = "", target = ""] = edge.replace(/:\d+$/, "").split("->");
  return `${target} → ${source}`;
}
