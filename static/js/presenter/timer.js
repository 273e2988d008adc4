// A timer for who wants one: it is off, runs on over a reload, and can be held or put away.

/** @import { Words } from "../types.js" */
import { forgetHere, keepHere, recallHere } from "../effects/keeping/storage.js";
import { clockText } from "../model/numbers/clock.js";
import { html, write } from "../view/element.js";

const KEY = "timer";
const TICK = 250;

/** `since`: when it was last started, if it runs; `before`: how long it had run until then.
 * @typedef {{ since: number | null, before: number }} Run */

/** @param {HTMLElement} place @param {Words} first */
export function timerIn(place, first) {
  let words = first;
  /** @type {Run | null} */
  let run = recallHere(KEY);
  const shown = html("span", { class: "clock", role: "timer" });
  const turn = html("button", { type: "button", class: "button quiet" });
  const away = html("button", { type: "button", class: "button quiet" });
  place.append(shown, turn, away);
  turn.addEventListener("click", () => change(turned(run)));
  away.addEventListener("click", () => {
    change(null);
    turn.focus();
  });
  setInterval(draw, TICK);
  draw();

  /** @param {Run | null} next */
  function change(next) {
    run = next;
    if (next) keepHere(KEY, next);
    else forgetHere(KEY);
    draw();
  }

  function draw() {
    shown.hidden = run === null;
    away.hidden = run === null;
    if (run) write(shown, clockText(soFar(run)));
    const runs = run !== null && run.since !== null;
    write(turn, words(runs ? "presenter.hold" : "presenter.timer"));
    write(away, words("presenter.away"));
  }

  return {
    /** @param {Words} now */
    speak(now) {
      words = now;
      draw();
    },
  };
}

/** @param {Run | null} run @returns {Run} */
function turned(run) {
  if (run && run.since !== null) return { since: null, before: soFar(run) };
  return { since: Date.now(), before: run?.before ?? 0 };
}

/** @param {Run} run */
function soFar({ since, before }) {
  return before + (since === null ? 0 : Date.now() - since);
}
