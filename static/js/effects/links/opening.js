// Opening programs: an example, a repair, what a link says, what was there last time.

/** @import { Store } from "../../store.js" */
/** @import { Document, Value } from "../../types.js" */
/** @import { Link } from "../../model/document/link.js" */
import { NUMBERS, listOf } from "../../model/document/fields.js";
import { workOutAtLast } from "../questions/arithmetic.js";
import { findLink } from "./linking.js";

/** @typedef {{ store: Store, fill: (source: string) => void,
 *   show: (document: Document, step: number | null) => void,
 *   push: () => void, opened: () => void, another: () => void, shown: (panels: string[]) => void,
 *   away: () => void, apart: () => void }} Parts */

/** @param {Parts} parts */
export function openingOf({ store, fill, show, push, opened, another, shown, away, apart }) {
  /** Whatever is opened meanwhile is newer than a link that is still being read. */
  let turn = 0;

  /** @param {Document} document @param {number | null} [step] */
  function open(document, step = null) {
    turn += 1;
    fill(document.source);
    apart();
    opened();
    show(document, step);
    apart();
  }

  /** As a link wants it to be seen at first. @param {Document} document @param {number | null} step */
  function openLinked(document, step) {
    if (listOf(document, "hide").includes(NUMBERS)) away();
    open(document, step);
  }

  return {
    open,
    openLinked,

    /** Another program, not an edit of this one: back leads to this one.
     * @param {Document} document @param {number | null} [step] */
    openAnother(document, step = null) {
      push();
      another();
      store.update({ restored: false, note: null, selection: null });
      open(document, step);
    },

    /** @param {string} fragment @param {boolean} [same] whether it is an edit of what is on screen */
    async openLink(fragment, same = false) {
      turn += 1;
      const mine = turn;
      const { link, note } = await findLink(fragment);
      if (mine !== turn) return;
      store.update({ note });
      if (link) await take(link, same);
    },
  };

  /** @param {Link} link @param {boolean} same */
  async function take(link, same) {
    const mine = turn;
    fill(link.document.source);
    const before = store.state.document.source;
    const worked = await workedOut(link.typed);
    if (mine !== turn) return;
    if (!same) another();
    const { source } = store.state.document;
    const typed = source === before ? {} : { source }; // somebody has begun to type
    const values = { ...link.document.values, ...worked };
    openLinked({ ...link.document, values, ...typed }, source === before ? link.step : null);
    tellLost(link.typed, worked);
    tellMissing(link.document.output);
    shown(listOf(link.document, "show"));
  }

  /** @param {Record<string, string>} typed @param {Record<string, Value>} worked */
  function tellLost(typed, worked) {
    const lost = Object.keys(typed).filter((name) => !(name in worked));
    if (lost.length > 0)
      store.update({ note: { key: "values", fields: { names: lost.join(", ") } } });
  }

  /** @param {string | null} output that the program may not have */
  async function tellMissing(output) {
    if (output === null) return;
    const late = await import("./missing.js").catch(() => null); // without it all else is there
    late?.tellMissing(store, output);
  }

  /** What a link says in other words than a number. While nobody answers, it waits.
   * @param {Record<string, string>} typed @returns {Promise<Record<string, Value>>} */
  async function workedOut(typed) {
    /** @type {Record<string, Value>} */
    const values = {};
    for (const [name, text] of Object.entries(typed)) {
      const found = await workOutAtLast(store, text);
      if ("value" in found) values[name] = found.value;
    }
    return values;
  }
}
