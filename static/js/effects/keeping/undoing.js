// Taking back and doing again: watches what changes, and keeps the stack for this tab's next reload.

/** @import { Store } from "../../store.js" */
/** @import { Document, State } from "../../types.js" */
/** @import { Stack } from "../../model/document/undo.js" */
import { writeLink } from "../../model/document/link.js";
import {
  changeOf,
  isAlike,
  packed,
  recorded,
  redone,
  settled,
  stackOf,
  undone,
  unpacked,
} from "../../model/document/undo.js";
import { afterRestOrLeaving } from "../../rest.js";
import { isSettled } from "../../store.js";
import { keepHere, recallHere } from "./storage.js";

const KEY = "undo";
const REST = 300;

/** @param {Store} store
 * @param {{ show: (document: Document, step: number) => void, seek: (step: number) => void }} page */
export function undoingOf(store, { show, seek }) {
  /** @type {Stack | null} */
  let stack = null;
  let going = false;
  const keepSoon = afterRestOrLeaving(REST, () => stack && keepHere(KEY, packed(stack)));

  store.watch((state, before) => {
    const was = stack;
    if (stack === null) stack = isSettled(state) ? beginning(state) : null;
    else if (!going) stack = followed(stack, state, before);
    if (stack === was) return;
    keepSoon();
    tell();
  });

  function tell() {
    const undo = (stack?.past.length ?? 0) > 0;
    const redo = (stack?.future.length ?? 0) > 0;
    if (store.state.undo !== undo || store.state.redo !== redo) store.update({ undo, redo });
  }

  /** @param {(stack: Stack) => Stack} way */
  function go(way) {
    if (stack === null) return;
    const { document } = stack.now;
    stack = way(stack);
    going = true;
    if (isAlike(document, stack.now.document)) seek(stack.now.step);
    else show(stack.now.document, stack.now.step);
    going = false;
    keepSoon();
    tell();
  }

  return {
    undo: () => go(undone),
    redo: () => go(redone),
    /** What comes next is not taken back together with what was before. */
    apart() {
      if (stack !== null) stack = { ...stack, kind: "" };
    },
  };
}

/** After a reload the stack goes on where it was. @param {State} state @returns {Stack} */
function beginning({ document, playback }) {
  const found = recallHere(KEY);
  const kept = found?.stack && Array.isArray(found.texts) ? unpacked(found) : null;
  const same = kept && writeLink(kept.now.document) === writeLink(document);
  return same ? { ...kept, kind: "", at: 0 } : stackOf({ document, step: playback.step });
}

/** @param {Stack} stack @param {State} state @param {State} before @returns {Stack} */
function followed(stack, { document, playback, answer }, before) {
  const moment = { document, step: playback.step };
  if (document !== before.document) {
    const kind = changeOf(before.document, document);
    return kind === "" ? settled(stack, { document }) : recorded(stack, moment, kind, Date.now());
  }
  if (playback.step === before.playback.step) return stack;
  if (answer !== before.answer) return settled(stack, { step: playback.step });
  return recorded(stack, moment, "step", Date.now());
}
