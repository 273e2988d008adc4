// One key goes through what derivatives can be taken of: the lines, and the entries of a tensor.

/** @import { Store } from "../store.js" */
/** @import { Document } from "../types.js" */
import { withNextOutput } from "../model/document/output.js";
import { nextRow } from "../model/document/row.js";

/** A page without an inspector has no tables whose rows could be seen. */
const NO_TABLES = "[data-ui], [data-lesson], [data-hide~=inspector]";

/** @param {Store} store @param {(document: Document) => unknown} show */
export function nextOutput(store, show) {
  const { state } = store;
  const awaited = state.document.output !== state.answer?.document.output; // another line's
  const unseen = document.documentElement.matches(NO_TABLES);
  const row = awaited || unseen ? null : nextRow(state);
  if (row === null) return toNextLine(store, show);
  const id = state.answer?.trace.graph.output ?? 0;
  store.update({
    tables: { ...state.tables, row },
    selection: { kind: "node", id },
    tab: "inspector", // the tables are there, on a phone behind others
  });
}

/** The rows begin anew, for the next line may be this one.
 * @param {Store} store @param {(document: Document) => unknown} show */
function toNextLine(store, show) {
  const { tables, answer, document } = store.state;
  const { row: _, ...others } = tables ?? {};
  if (tables?.row) store.update({ tables: others });
  return show(withNextOutput({ answer, document }));
}
