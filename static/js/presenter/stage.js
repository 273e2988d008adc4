// The page in the room, as the presenter's window knows it: it says what is on show, and does what is asked.

/** @import { Store } from "../store.js" */
/** @import { Place } from "../lesson/types.js" */
import { keepHere, recallHere } from "../effects/keeping/storage.js";
import { lineOf } from "../effects/windows.js";
import { placeIn } from "../model/document/speaker-notes.js";
import { scriptOf } from "../model/steps/script.js";
import { whenLeaving } from "../rest.js";
import { byId } from "../view/element.js";
import { aheadOf } from "./ahead.js";
import { openerIn } from "./opener.js";

/** What the room sees, and what the presenter reads. @typedef {{ type: "show",
 *   script: import("../model/steps/script.js").Script | null, shown: number, frozen: boolean,
 *   blank: boolean, large: boolean, asks: boolean, lesson: Place | null, place: string,
 *   work: number }} Show */

const KEY = "room";
/** A question that nobody has answered yet has a button that does. */
const OPEN = ".quiz:is([data-state=open], [data-state=wrong]) [data-deed=show]";

/** `page`: what else there is, asked once it is there: what keys do, the lesson, the address.
 * @typedef {{ store: Store, step: (type: string, to?: number) => void,
 *   page: () => { acts: (name: string) => boolean, taught: { here: () => Place | null },
 *     address: { work: () => number } } }} Parts */

/** @param {Parts} parts */
export function stageOf({ store, step, page }) {
  const before = recallHere(KEY);
  const room = before?.room ?? `${Date.now().toString(36)}${Math.random().toString(36).slice(2)}`;
  let said = "";
  let soon = false;
  /** What notes are of, and what that is an edit of. */
  let at = { place: "", work: 0 };
  const ahead = aheadOf(store, tell);
  const opener = openerIn(byId("canvas"), {
    open,
    words: () => store.state.words,
    to: ownAddress(),
  });
  const line = lineOf(room, "stage", {
    heard: (message) => answers[message?.type]?.(message),
    begins: ({ say }) => say({ type: "anyone" }),
  });
  store.watch((state, old) => {
    if (state.words !== old.words) opener.speak();
    tell();
  });
  new MutationObserver(tell).observe(document.documentElement, {
    attributeFilter: ["data-blank", "data-ui"],
  });
  for (const place of ["predict", "lesson"])
    new MutationObserver(tell).observe(byId(place), {
      ...{ subtree: true, childList: true },
      attributeFilter: ["data-state", "data-active", "hidden"],
    });
  whenLeaving((forGood) => {
    if (forGood && (line.there() || before)) keepRoom();
  });
  if (before?.large) store.update({ presenting: true });

  /** What the other window asks for. @type {Record<string, (message: { act: string }) => void>} */
  const answers = {
    hello() {
      said = "";
      keepRoom();
      opener.here();
      tell();
    },
    bye() {
      keepRoom();
      opener.gone();
    },
    do({ act }) {
      said = ""; // who asks is answered, whatever has changed
      if (act in own) own[act]?.();
      else page().acts(act);
      tell();
    },
  };
  /** @type {Record<string, () => void>} */
  const own = { reveal: () => question()?.click(), freeze: ahead.turn };

  function ownAddress() {
    return new URL(`presenter#${room}`, document.baseURI).href;
  }

  function keepRoom() {
    keepHere(KEY, { room, large: line.there() && store.state.presenting });
  }

  /** Of many changes in a row only the last is told, and only what is new. */
  function tell() {
    if (soon || !line.there()) return;
    soon = true;
    queueMicrotask(() => {
      soon = false;
      const show = shown();
      const text = JSON.stringify(show);
      if (text !== said) line.say(show);
      said = text;
    });
  }

  /** @returns {Show} */
  function shown() {
    const state = ahead.state();
    const { dataset } = document.documentElement;
    const { taught, address } = page();
    const lesson = taught.here();
    const place = placeIn(lesson, state.document.source);
    if (place !== at.place) at = { place, work: address.work() };
    return {
      type: "show",
      script: scriptOf(state),
      shown: store.state.playback.step,
      frozen: ahead.frozen(),
      blank: "blank" in dataset,
      large: dataset.ui === "present",
      asks: question() !== null,
      lesson,
      ...at,
    };
  }

  async function open() {
    await line.begun; // while a window opens nobody is given a lock
    const opened = window.open(ownAddress(), `chainlight-${room}`, "popup,width=980,height=720");
    if (document.documentElement.dataset.ui !== "present") store.update({ presenting: true });
    if (opened) opened.focus();
    else opener.blocked();
  }

  return {
    open,
    state: ahead.state,
    freeze() {
      if (line.there() || ahead.frozen()) ahead.turn();
    },
    /** With nobody at the other window, what is pressed here is meant for the room.
     * @param {string} type @param {number} [to] */
    act(type, to) {
      if (ahead.frozen() && !line.there()) ahead.drop();
      if (ahead.frozen()) ahead.act(type, to);
      else step(type, to);
    },
  };
}

/** The button that tells the answer to the question on show. @returns {HTMLElement | null} */
function question() {
  const asked = byId("predict");
  const found = asked.hidden ? null : asked.querySelector(OPEN);
  return found instanceof HTMLElement
    ? found
    : byId("lesson").querySelector(`.part[data-active] ${OPEN}`);
}
