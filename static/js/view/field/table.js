// The same as the picture of a field in numbers: a few places of the window with value and slopes.

/** @import { Field, State, Value } from "../../types.js" */
import { listed } from "../../model/field.js";
import { show } from "../../model/numbers/numbers.js";
import { partial } from "../../model/steps/chain.js";
import { html, set, write } from "../element.js";
import { mathText } from "../math/math.js";

export function fieldTableIn() {
  const summary = html("summary");
  const table = html("table", { class: "counter" });
  const element = html("details", { class: "field-table" }, summary, table);
  return {
    element,
    /** @param {Field | null} answer @param {string} output
     * @param {State["words"]} words */
    draw(answer, output, words) {
      set(element, { hidden: !answer });
      write(summary, words("field.numbers"));
      if (!answer) return;
      const { axes } = answer;
      const names = [axes.x.name, ...(axes.y ? [axes.y.name] : [])];
      const heads = [...names, output, ...names.map((name) => partial(output, name))];
      table.replaceChildren(
        row("th", heads.map(mathText)),
        ...placesOf(answer).map((numbers) =>
          row(
            "td",
            numbers.map((each) => [show(each)]),
          ),
        ),
      );
    },
  };
}

/** @param {"th" | "td"} kind @param {(Node | string)[][]} cells */
function row(kind, cells) {
  const scope = kind === "th" ? { scope: "col" } : {};
  return html("tr", {}, ...cells.map((content) => html(kind, scope, ...content)));
}

/** Rows of numbers: the place, the value, the slopes.
 * @param {Field} answer @returns {(Value | undefined)[][]} */
function placesOf({ x, y, value, gradient }) {
  const columns = listed(x.length);
  if (!y) return columns.map((i) => [x[i], value[i], at(gradient.x, i)]);
  return listed(y.length).flatMap((j) =>
    columns.map((i) => [
      x[i],
      y[j],
      at(value[j], i),
      at(at(gradient.x, j), i),
      at(at(gradient.y, j), i),
    ]),
  );
}

/** @param {Value | undefined} list @param {number} i */
function at(list, i) {
  return Array.isArray(list) ? list[i] : undefined;
}
