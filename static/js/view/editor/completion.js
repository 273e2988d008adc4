// What the editor offers while a name is typed: functions with their meaning and slopes, and known names.
// Nothing is chosen by itself, so that Enter still makes a line.

/** @import { Operation, State } from "../../types.js" */
/** @import { Choice } from "../../model/text/completion.js" */
import { autocompletion } from "../../../vendor/typing.js";
import { fieldOf } from "../../model/document/fields.js";
import { showBrief } from "../../model/numbers/numbers.js";
import { fixedNames, functionsOf, namesIn } from "../../model/text/completion.js";
import { html } from "../element.js";
import { mathml } from "../math/typeset.js";

/** @typedef {import("../../../vendor/typing.js").CompletionContext} Context */

/** @typedef {ReturnType<typeof completionIn>} Completion */

const TYPED = /[\p{L}_][\p{L}\p{N}_]*/u;
const LEAST = 2; // letters, before anything is offered unasked

export function completionIn() {
  /** @type {Choice[]} */
  let functions = [];
  /** @type {State | null} */
  let state = null;
  const fixed = fixedNames();

  /** @type {(value?: unknown) => void} */
  let learnt = () => {};
  /** The table comes a moment after the page. */
  const table = new Promise((resolve) => {
    learnt = resolve;
  });

  /** @param {Context} context */
  async function source(context) {
    const word = context.matchBefore(TYPED);
    if (isLatex(state) || (!word && !context.explicit)) return null;
    if (word && !context.explicit && [...word.text].length < LEAST) return null;
    await table;
    const names = namesIn(context.state.doc.toString(), context.pos, valuesOf(state));
    const options = [...names, ...functions, ...fixed];
    return {
      from: word?.from ?? context.pos,
      options: unique(options).map(offered),
      validFor: /^[\p{L}_][\p{L}\p{N}_]*$/u,
    };
  }

  /** @param {Choice} choice */
  function offered(choice) {
    const { label, kind, detail, operation } = choice;
    return {
      label,
      detail,
      type: kind,
      boost: kind === "name" ? 1 : 0,
      apply: operation ? `${label}(` : label,
      ...(operation && state ? { info: () => meaning(choice, operation) } : {}),
    };
  }

  /** @param {Choice} choice @param {Operation} operation */
  function meaning({ label, detail }, operation) {
    const { language = "en", words } = state ?? {};
    return html(
      "div",
      { class: "meaning" },
      html("code", {}, label, detail),
      html("p", {}, operation.words[language]),
      words ? slopes(operation, words) : null,
    );
  }

  return {
    extension: autocompletion({
      override: [source],
      selectOnOpen: false,
      icons: false,
      interactionDelay: 0, // nothing is chosen unless an arrow key asked for it
      closeOnBlur: true,
      maxRenderedOptions: 40,
    }),
    /** For what was typed while this was on its way: as if the last letter were typed now. Were it asked
     * for outright, all there is would be offered behind the next bracket, and take the arrow keys.
     * @param {import("../../../vendor/codemirror.js").EditorView} view */
    catchUp: (view) => view.dispatch({ userEvent: "input.type" }),
    /** @param {Iterable<Operation>} operations */
    know(operations) {
      functions = functionsOf(operations);
      if (functions.length > 0) learnt();
    },
    /** @param {State} now */
    draw(now) {
      state = now;
    },
  };
}

/** What each name of the graph on screen comes to. @param {State | null} state */
function valuesOf(state) {
  const { graph, values } = state?.answer?.trace ?? { graph: { nodes: [] }, values: [] };
  return new Map(graph.nodes.map(({ name, id }) => [name, showBrief(values[id] ?? null)]));
}

/** The slope by each operand, as the table has it; for whole tensors what is pulled back.
 * @param {Operation} operation @param {State["words"]} words */
function slopes({ parameters, partials }, words) {
  const found = partials.flatMap((latex, i) => {
    const by = parameters[i]?.name;
    return latex && by ? [html("li", {}, mathml(equation(by, latex)))] : [];
  });
  if (found.length === 0) return null;
  return html("ul", { "aria-label": words("complete.slopes") }, ...found);
}

/** @param {string} by @param {string} latex */
function equation(by, latex) {
  const name = by.length === 1 ? by : `\\mathrm{${by}}`;
  if (latex.includes("\\bar{Z}")) return `\\bar{${name}} = ${latex}`;
  return `\\partial / \\partial ${name} = ${latex}`;
}

/** The first of each name counts: a name of the program hides a function. @param {Choice[]} choices */
function unique(choices) {
  return [...new Map(choices.toReversed().map((each) => [each.label, each])).values()];
}

/** LaTeX has its own names for them. @param {State | null} state */
function isLatex(state) {
  return state !== null && fieldOf(state.document, "notation") === "latex";
}
