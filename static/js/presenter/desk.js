// What the presenter's window shows: the sentences, the step, what can be done, and the lesson's place.

/** @import { Words } from "../types.js" */
/** @import { Piece } from "../model/steps/sentence.js" */
/** @import { Script } from "../model/steps/script.js" */
/** @import { Show } from "./stage.js" */
import { paragraph } from "../lesson/runs.js";
import { byId, html, set, write } from "../view/element.js";
import { putIcon } from "../view/icons.js";
import { written } from "../view/steps/sentence.js";

/** Whether the page in the room is there: it was never there for a window opened alone.
 * @typedef {"waiting" | "linked" | "gone" | "alone"} Link */

/** Before anything is known. @type {Script} */
const SILENT = {
  ...{ language: "en", step: 0, last: 0, phase: "start", playing: false },
  ...{ now: [], closing: [], next: null },
};

const DEEDS = ["back", "next", "toggle", "freeze", "blank", "reveal", "present"];

/** @param {Words} first @param {(act: string) => void} ask */
export function deskOf(first, ask) {
  let words = first;
  /** @type {[Show | null, Link]} */
  let drawn = [null, "waiting"];
  let lesson = "";
  for (const act of DEEDS) buttonOf(act).addEventListener("click", () => ask(act));

  /** @param {Show | null} show @param {Link} link */
  function draw(show, link) {
    drawn = [show, link];
    tellLink(show, link);
    drawSentences(show);
    drawDeeds(show, link === "linked");
    drawLesson(show);
  }

  /** @param {Show | null} show @param {Link} link */
  function tellLink(show, link) {
    const told = link === "linked" ? roomIn(show) : link;
    set(byId("linked"), { "data-link": told });
    const text = told === "waiting" ? "" : words(`presenter.${told}`, { shown: show?.shown ?? 0 });
    write(byId("linked"), text);
    if (link === "alone")
      byId("linked").append(" ", html("a", { href: "present" }, words("presenter.large")));
  }

  /** @param {Show | null} show */
  function drawSentences(show) {
    const script = show?.script ?? SILENT;
    tellStep(script);
    say("now", script.now, script);
    say("closing", script.closing, script);
    if (script.next) say("coming", script.next, script);
    else write(byId("coming"), script === SILENT ? "" : words("presenter.end"));
  }

  /** @param {Script} script */
  function tellStep(script) {
    const { step, last, phase } = script;
    const silent = script === SILENT;
    write(byId("step"), silent ? "" : words("presenter.step", { n: step, all: last }));
    write(byId("phase"), silent ? "" : words(`phase.${phase}`));
    set(byId("phase"), { class: phase });
  }

  /** @param {Show | null} show @param {boolean} linked */
  function drawDeeds(show, linked) {
    const { playing } = show?.script ?? SILENT;
    const play = buttonOf("toggle");
    putIcon(play, playing ? "pause" : "play");
    write(play.lastElementChild, words(playing ? "transport.pause" : "transport.play"));
    set(buttonOf("freeze"), { "aria-pressed": String(show?.frozen === true) });
    set(buttonOf("blank"), { "aria-pressed": String(show?.blank === true) });
    buttonOf("present").hidden = show?.large !== false;
    const idle = idleIn(show);
    for (const act of DEEDS) enable(buttonOf(act), linked && !idle.includes(act));
  }

  /** @param {Show | null} show */
  function drawLesson(show) {
    const found = show?.lesson ?? null;
    const language = show?.script?.language ?? "en";
    const text = JSON.stringify([found, language]);
    byId("lesson").hidden = found === null;
    if (!found || text === lesson) return;
    lesson = text;
    set(byId("lesson"), { lang: language === "zh" ? "zh-CN" : "en" });
    write(byId("title"), found.title);
    byId("said").replaceChildren(
      ...found.said.map(({ sort, runs }) =>
        html(sort === "heading" ? "h3" : "p", { class: sort }, ...paragraph(runs, {}, language)),
      ),
    );
    byId("teacher").replaceChildren(
      ...found.teacher.map((runs) => html("li", {}, ...paragraph(runs, {}, language))),
    );
  }

  return {
    draw,
    /** @param {Words} now */
    speak(now) {
      words = now;
      draw(...drawn);
    },
  };
}

/** @param {string} act */
function buttonOf(act) {
  return /** @type {HTMLButtonElement} */ (byId(act === "toggle" ? "play" : act));
}

/** What can do nothing is off; keys that were there go on beside it.
 * @param {HTMLButtonElement} button @param {boolean} on */
function enable(button, on) {
  const held = button === document.activeElement;
  set(button, { disabled: !on });
  if (held && !on) byId("steps").focus();
}

/** What to know of a room that is there. @param {Show | null} show */
function roomIn(show) {
  if (show?.frozen) return "frozen";
  return show?.large ? "linked" : "small";
}

/** What can do nothing here and now. @param {Show | null} show */
function idleIn(show) {
  const { step, last } = show?.script ?? SILENT;
  /** @type {Record<string, boolean>} */
  const idle = {
    ...{ back: step === 0, next: step === last, toggle: last === 0 },
    ...{ blank: show?.large !== true, reveal: show?.asks !== true },
  };
  return Object.keys(idle).filter((act) => idle[act]);
}

/** @param {string} id @param {Piece[]} pieces @param {Script} script */
function say(id, pieces, { language }) {
  const place = byId(id);
  set(place, { lang: language === "zh" ? "zh-CN" : "en" });
  place.replaceChildren(...pieces.map(written));
}
