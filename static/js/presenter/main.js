// The presenter's window: it shows what the page in the room tells, and asks it for what is pressed.

/** @import { Language, Words } from "../types.js" */
/** @import { Show } from "./stage.js" */
import { forgetHere, recall } from "../effects/keeping/storage.js";
import { lineOf } from "../effects/windows.js";
import { headOf } from "../head.js";
import { byId } from "../view/element.js";
import { bindKeyboard } from "../view/keyboard.js";
import { deskOf } from "./desk.js";
import { notesIn } from "./notes.js";
import { timerIn } from "./timer.js";

/** A page that is there answers much sooner. */
const PATIENCE = 2500;
/** What a clicker sends means the steps, wherever one types. */
const CLICKS = ["PageDown", "PageUp"];
/** What keys ask for here, by what they ask for on the page. @type {Record<string, string>} */
const ASKED = {
  ...{ next: "next", back: "back", pageNext: "next", pageBack: "back", first: "first" },
  ...{ last: "last", nextPhase: "nextPhase", backPhase: "backPhase", toggle: "toggle" },
  ...{ faster: "faster", slower: "slower", freeze: "freeze", blank: "blank" },
};

forgetHere("room"); // a window opened from the page gets a copy of what that remembers
const room = location.hash.slice(1);
const head = await headOf({ spoken: speak });
let { language } = head;
/** The language of the page in the room. @type {Language | undefined} */
let spokenThere;
/** @type {Show | null} */
let show = null;
/** @type {ReturnType<typeof setTimeout> | undefined} */
let waiting;
const timer = timerIn(byId("timer"), head.words);
const notes = notesIn(/** @type {HTMLTextAreaElement} */ (byId("note")), byId("kept"), head.words);
const desk = deskOf(head.words, ask);
const line = room ? lineOf(room, "desk", { heard, begins: hello }) : null;
desk.draw(null, line ? "waiting" : "alone");

/** @param {import("../effects/windows.js").Line} to */
function hello(to) {
  to.say({ type: "hello" });
  expectAnswer();
}

/** @param {Show | { type: "bye" | "anyone" }} message */
function heard(message) {
  clearTimeout(waiting);
  if (message.type === "anyone" && line) hello(line);
  else if (message.type === "bye") away();
  else if (message.type === "show") draw(message);
}

/** @param {Show} told */
function draw(told) {
  show = told;
  desk.draw(show, "linked");
  notes.show(show);
  document.documentElement.dataset.ready = "true";
  const said = show.script?.language;
  const other = said !== undefined && said !== spokenThere;
  spokenThere = said;
  if (other && said !== language) head.choose(said);
}

/** @param {string} act */
function ask(act) {
  if (!line) return;
  line.say({ type: "do", act });
  expectAnswer();
}

/** An answer; who gives none is away. */
function expectAnswer() {
  clearTimeout(waiting);
  waiting = setTimeout(away, PATIENCE);
}

function away() {
  desk.draw(show, "gone");
}

/** @param {Words} words @param {Language} now */
function speak(words, now) {
  language = now;
  desk.speak(words);
  timer.speak(words);
  notes.speak(words);
}

bindKeyboard(
  (name) => {
    const act = ASKED[name];
    if (act) ask(act);
    return act !== undefined;
  },
  () => recall("single-keys") !== false,
);
byId("note").addEventListener("keydown", (event) => {
  if (event.key === "Escape") byId("steps").focus();
  if (!CLICKS.includes(event.key)) return;
  event.preventDefault();
  ask(event.key === "PageDown" ? "next" : "back");
});
