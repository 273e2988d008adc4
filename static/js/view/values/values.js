// The values panel: one row per input, a slider for a number, a text for a tensor.

/** @import { Frame, Input, NodeView, Role, State, Track, Value } from "../../types.js" */
/** @import { Range } from "../../model/numbers/slider.js" */
import { movingOf } from "../../model/document/mode.js";
import { roleOf } from "../../model/document/roles.js";
import { rankOf, show } from "../../model/numbers/numbers.js";
import { partial } from "../../model/steps/chain.js";
import { html, join, set, write } from "../element.js";
import { isLocked } from "../page/look.js";
import { numberRow } from "./number-row.js";

/** What the server takes a number to be of which nothing is said. */
const UNSAID = 1;

/** What rows ask of the page.
 * @typedef {{ change: (name: string, value: Value) => void,
 *   commit: (text: string) => Promise<{ value: Value } | { message: string }>,
 *   role: (name: string, role: Role) => void,
 *   track: (name: string, range: Range) => Promise<{ answer: Track | null, message: string } | null>,
 *   plot: import("../../effects/waiting/later.js").Later<typeof import("./track.js").trackIn> | null,
 *   filling: import("../../effects/waiting/later.js").Later<import("../../effects/questions/filling.js").Filler> | null,
 *   tensors: import("../../effects/waiting/later.js").Later<typeof import("./tensor-row.js").tensorRow> }} Asks */

/** What a row shows.
 * @typedef {{ input: Input, value: Value | null, symbol: string, slope: string, words: State["words"],
 *   language: State["language"], gradient: string, role: Role, locked: boolean, output: string, settled: boolean,
 *   about: unknown }} Row */

/** @typedef {{ element: HTMLElement, draw: (row: Row) => void }} RowView */

/** @param {HTMLElement} place @param {Asks} asks */
export function valuesIn(place, asks) {
  /** @type {WeakMap<Element, RowView>} */
  const views = new WeakMap();
  const none = html("p", { class: "none" });
  const list = html("div", { class: "rows" });
  const chip = html("p", { class: "says fresh", role: "status" });
  const fresh = freshIn();
  place.append(list, chip, none);

  return {
    /** @param {State} state @param {Frame} frame */
    draw(state, frame) {
      const all = rowsOf(state, frame);
      const rows = all.filter(({ input }) => makerOf(input) !== null);
      if (rows.length < all.length) asks.tensors.wake();
      set(none, { hidden: all.length > 0 || state.problems.length > 0 });
      write(none, state.words("values.none"));
      const added = fresh(state);
      write(chip, added.length > 0 ? state.words("values.new", { names: added.join(", ") }) : "");
      join(list, rows, {
        key: ({ input }) => `${input.name} ${rankOf(input)}`,
        make({ input }) {
          const view = (makerOf(input) ?? numberRow)(input.name, asks);
          views.set(view.element, view);
          return view.element;
        },
        update: (element, row) => views.get(element)?.draw(row),
      });
    },
  };

  /** What makes a row; null while that is on its way. @param {Input} input */
  function makerOf(input) {
    return rankOf(input) === 0 ? numberRow : asks.tensors.now();
  }
}

/** What has become an input while somebody types: an unknown name is no mistake.
 * @returns {(state: State) => string[]} */
function freshIn() {
  /** @type {string[] | null} */
  let before = null;
  let source = "";
  /** @type {string[]} */
  let added = [];
  return ({ answer }) => {
    if (!answer || answer.document.source === source) return added;
    source = answer.document.source;
    const names = answer.inputs.map(({ name }) => name);
    const same = before?.some((name) => names.includes(name)); // else it is another program
    added = same ? names.filter((name) => !before?.includes(name)) : [];
    before = names;
    return added;
  };
}

/** @param {State} state @param {Frame} frame @returns {Row[]} */
function rowsOf(state, frame) {
  const { answer, document, words, language } = state;
  if (!answer)
    return state.inputs
      .filter(({ name }) => !state.standing?.unread?.has(name))
      .map((input) => unanswered(state, input));
  const { graph, values } = answer.trace;
  const output = graph.nodes[graph.output]?.name ?? "";
  return answer.inputs.map((input) => {
    const view = viewOf(state, frame, input);
    return {
      input,
      // What was asked for, so that the thumb is never behind the hand; else what the server used.
      value: document.values[input.name] ?? values[input.node] ?? null,
      symbol: partial(output, graph.nodes[input.node]?.name ?? input.name),
      slope: view ? slopeText(view, words) : words("slope.other"),
      gradient: show(view?.gradient),
      words,
      language,
      role: roleOf(document, input.name),
      locked: isLocked(state, "values") || isLocked(state, input.name),
      output,
      settled: state.ready,
      about: [document.source, document.values, document.output],
    };
  });
}

/** Of a program at fault: what was given can be looked at and mended.
 * @param {State} state @param {Input} input @returns {Row} */
function unanswered(state, input) {
  const { document, words, language } = state;
  return {
    input,
    value: document.values[input.name] ?? input.default ?? (rankOf(input) === 0 ? UNSAID : null),
    symbol: "",
    slope: "",
    words,
    language,
    gradient: "",
    role: roleOf(document, input.name),
    locked: isLocked(state, "values") || isLocked(state, input.name),
    output: "",
    settled: false,
    about: null,
  };
}

/** Where ∂output/∂input is found: at the input; in forward mode at the output, for one input alone.
 * @param {State} state @param {Frame} frame @param {Input} input */
function viewOf({ answer, document }, frame, { name, node }) {
  if (frame.sweep === "reverse" || !answer) return frame.node(node);
  const moves = movingOf(document, answer.inputs) === name;
  return moves ? frame.node(answer.trace.graph.output) : undefined;
}

/** @param {NodeView} view @param {State["words"]} words */
function slopeText(view, words) {
  if (view.gradient === null) return words(view.barren ? "slope.none" : "slope.waiting");
  const value = show(view.gradient);
  return words(view.complete ? "slope.done" : "slope.partial", { value });
}
