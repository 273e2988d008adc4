// One key goes through what derivatives can be taken of: the lines, and the entries of a tensor.

/** @import { Store } from "../store.js" */
/** @import { Document } from "../types.js" */
import { withNextOutput } from "../model/document/output.js";
import { nextRow } from "../model/document/row.js";

/** @param {Store} store @param {(document: Document) => unknown} show */
export function nextOutput(store, show) {
  const { state } = store;
  const row = nextRow(state);
  if (row === null) return show(withNextOutput(state));
  const id = state.answer?.trace.graph.output ?? 0;
  store.update({
    tables: { ...state.tables, row },
    selection: { kind: "node", id },
    tab: "inspector", // the tables are there, on a phone behind others
  });
}
