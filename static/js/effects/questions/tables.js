// Full Jacobians and the Hessian, asked for when a button says so.

/** @import { Store } from "../../store.js" */
import { answerTo } from "./asking.js";

/** @typedef {"jacobian" | "hessian"} Kind */

/** @param {Store} store */
export function seekTables(store) {
  store.watch((state, before) => {
    if (state.tables === before.tables) return;
    for (const kind of /** @type {const} */ (["jacobian", "hessian"])) {
      const wanted = state.tables?.[kind];
      if (wanted && wanted !== before.tables?.[kind] && !wanted.answer && !wanted.message)
        ask(kind, wanted.key);
    }
  });

  /** @param {Kind} kind @param {string} key */
  async function ask(kind, key) {
    const { answer, language, tables } = store.state;
    const node = tables?.[kind]?.node;
    if (!answer) return;
    const { source, values, output } = answer.document;
    const more = {
      ...(output === null ? {} : { output }),
      ...(node === undefined ? {} : { node }),
    };
    const found = await answerTo(kind, { source, values, ...more }, language);
    if (store.state.tables?.[kind]?.key !== key) return;
    const kept = found && { key, node, ...found };
    store.update({ tables: { ...store.state.tables, [kind]: kept } });
  }
}
