// The address bar: what is on screen is written into it, and what is written there is shown.

/** @import { Store } from "../../store.js" */
/** @import { Document, State } from "../../types.js" */
import { isWork } from "../../model/document/undo.js";
import { whenLeaving } from "../../rest.js";
import { forgetHere, keepHere, recallHere } from "../keeping/storage.js";
import { linkTo } from "./linking.js";

/** Every change is in the link well within the blink of an eye, without flooding the browser. */
const SOON = 100;
/** A value that is dragged can wait: writing takes the browser milliseconds. */
const DRAGGED = 400;
/** Changes that follow each other this closely are one edit: back leads to what was before it. */
const ONE_EDIT = 2000;
const KEY = "draft";
/** A reload goes to the address of the moment when it was asked for, not of the one when it happens. */
const RELOADING = 3000;

/** @param {Store} store @param {{ chosenLanguage: () => string | null, stepAsked: () => number | null,
 *   read: (fragment: string, same: boolean) => void }} page `same`: an edit of what is on screen */
export function bindAddress(store, { chosenLanguage, stepAsked, read }) {
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;
  /** Packing takes a moment; the addresses are written in the order they were asked for. */
  let written = Promise.resolve();
  let packing = 0;
  let turn = 0;
  /** Counts the ways back and forward: what was to be written before belongs to another entry. */
  let visit = 0;
  /** Which program an entry is an edit of; it stands in the entry. */
  let work = history.state?.work ?? Date.now();
  /** The language that the address speaks of. */
  let lang = chosenLanguage();
  /** What the address was of late, and until when. @type {{ hash: string, at: number }[]} */
  let late = [];
  /** When this edit was last added to, or something opened. */
  let since = 0;

  /** @param {State} [state] @param {() => void} [then] */
  function write(state = store.state, then = undefined) {
    clearTimeout(timer);
    timer = undefined;
    const link = linkOf(state);
    const mine = ++turn;
    const here = visit;
    if (typeof link === "string" && packing === 0) return put(link, then);
    packing += 1;
    written = written.then(async () => {
      const text = await link;
      packing -= 1;
      if (here !== visit || !(then || mine === turn)) return;
      if (text === null) put("#");
      else put(text, then); // what no address can say is no place to come back to
    });
  }

  /** @param {string} link @param {() => void} [then] */
  function put(link, then) {
    const at = performance.now();
    late = [...late.filter((each) => at - each.at < RELOADING), { hash: location.hash, at }];
    history.replaceState({ work }, "", link);
    then?.();
  }

  /** @param {State} state */
  function linkOf(state) {
    lang = chosenLanguage();
    return linkTo(state.document, { step: stepOf(state), lang });
  }

  /** The step, where it is one of this program; until there is an answer, the one that was asked for.
   * @param {State} state */
  function stepOf({ document, playback, answer }) {
    return answer?.document.source === document.source ? playback.step : stepAsked();
  }

  /** The first change of an edit leaves an entry that says what was there, if that was whole.
   * @param {State} state @param {State} before */
  function follow({ document }, before) {
    const begins = performance.now() - since > ONE_EDIT;
    if (begins && !isWork(before.document, document)) return;
    if (begins && before.ready) push(before);
    since = performance.now();
  }

  /** @param {State} state what back leads to @param {number} [next] the work that begins */
  function push(state, next = work) {
    write(state, () => {
      work = next;
      history.pushState({ work }, "", location.hash || "#");
    });
  }

  store.watch((state, before) => {
    const moved = state.playback.step !== before.playback.step && before.answer !== null;
    const edited = state.document !== before.document;
    const spoken = state.language !== before.language;
    if (!moved && !edited && !spoken) return;
    if (edited) follow(state, before);
    const dragged = !moved && state.document.source === before.document.source;
    timer ??= setTimeout(() => write(), dragged ? DRAGGED : SOON);
  });
  addEventListener("popstate", visited); // also where both ends are alike
  whenLeaving((forGood) => {
    if (forGood) keepDraft();
    else if (timer !== undefined) write();
  });

  /** @param {PopStateEvent} event */
  function visited({ state }) {
    clearTimeout(timer);
    timer = undefined;
    visit += 1;
    const same = state?.work === work;
    work = state?.work ?? Date.now();
    read(location.hash, same);
  }

  /** A page that goes cannot change its address any more: what that may not say is kept beside it. */
  function keepDraft() {
    const now = performance.now();
    const recent = late.filter(({ at }) => now - at < RELOADING).map(({ hash }) => hash);
    const said = timer === undefined && packing === 0 && lang === chosenLanguage();
    if (said && recent.length === 0) return;
    const hashes = [...recent, location.hash];
    const { document } = store.state;
    keepHere(KEY, { hashes, document, step: stepOf(store.state), lang: chosenLanguage() });
  }

  return {
    /** Which program what is on screen is an edit of. */
    work: () => work,

    /** What is opened is there already, for the browser: no edit. */
    opened() {
      since = performance.now();
    },

    /** A new program, not an edit of this one: back leads to the old one. */
    push: () => push(store.state, Date.now()),
  };
}

/** What was done here last, where the same page is opened once more with an address that may be older.
 * @returns {{ document: Document, step: number | null, lang: string | null } | null} */
export function draftHere() {
  const draft = recallHere(KEY);
  const [way] = performance.getEntriesByType("navigation");
  if (way instanceof PerformanceNavigationTiming && way.type === "navigate") return null;
  return draft?.hashes?.includes(location.hash) && draft.document ? draft : null;
}

/** Once it is on screen: whoever leaves before that finds it again. */
export function forgetDraft() {
  forgetHere(KEY);
}
