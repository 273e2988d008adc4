// Where the output has many entries: not a gradient but a table for each input, every entry by every one.

/** @import { Answer } from "../../types.js" */
/** @import { Reading } from "./inspector.js" */
import { chosenRow, rowAt } from "../../model/document/row.js";
import { entriesOf, rowsOf } from "../../model/numbers/matrix.js";
import { partial } from "../../model/steps/chain.js";
import { isTable, wholeKey } from "../../model/steps/subject.js";
import { html } from "../element.js";
import { mathText } from "../math/math.js";
import { tableOf } from "./asked-table.js";

/** @type {Reading} */
export function wholeBlock({ state, subject, store }) {
  const { answer, words, whole } = state;
  const { node, edge } = subject;
  if (!answer || edge || !isTable(answer.trace, node)) return null;
  const { graph } = answer.trace;
  const { name = "" } = graph.nodes[graph.output] ?? {};
  const chosen = chosenRow(state);
  const choose = (/** @type {number} */ at) =>
    store.update({ tables: { ...store.state.tables, row: rowAt(answer, at) } });
  const found = whole?.key === wholeKey(state) ? whole : null;
  const tables = Object.entries(found?.answer?.gradients ?? {})
    .filter(([input]) => node.id === graph.output || input === node.name)
    .flatMap(([input, data]) => parts(answer, input, data, { chosen, choose }));
  const told = found?.message || words("whole.says", { name });
  return html(
    "div",
    { class: "block closed whole" },
    html("p", { class: "quiet" }, told),
    ...tables,
  );
}

/** @param {Answer} answer @param {string} input @param {import("../../types.js").Value} data
 * @param {import("./asked-table.js").Choice} choice of a row */
function parts({ trace: { graph } }, input, data, choice) {
  const output = graph.nodes[graph.output];
  const across = entriesOf(input, graph.nodes.find(({ name }) => name === input)?.shape ?? []);
  const down = entriesOf(output?.name ?? "", output?.shape ?? []);
  const entry = choice.chosen === null ? undefined : down[choice.chosen];
  const label = partial(entry ?? output?.name ?? "", input);
  const caption = html("p", { class: "quiet" }, ...mathText(label));
  return [caption, tableOf(rowsOf(data, across.length), label, { across, down, ...choice })];
}
