// On the page in the room: the button that opens the presenter's window, and a word where that is not to be had.

/** @import { Words } from "../types.js" */
import { html, set, write } from "../view/element.js";
import { icon } from "../view/icons.js";

/** @param {HTMLElement} canvas
 * @param {{ open: () => void, words: () => Words, to: string }} asks `to`: the window's address */
export function openerIn(canvas, { open, words, to }) {
  const name = html("span");
  const button = html("button", { type: "button", id: "presenter-open", class: "button" });
  const text = html("p");
  const again = html("button", { type: "button", class: "button" });
  const link = html("a", { class: "button", href: to, target: "_blank" });
  const close = html("button", { type: "button", class: "button quiet round" }, icon("close"));
  const note = html("div", { class: "room-note", role: "status" }, text, again, link, close);
  let said = "";
  button.append(icon("presenter"), name);
  document.querySelector("#pace")?.prepend(button);
  canvas.append(note);
  button.addEventListener("click", open);
  again.addEventListener("click", open);
  close.addEventListener("click", () => tell(""));
  link.addEventListener("click", () => tell(""));
  speak();

  /** @param {"" | "closed" | "blocked"} what */
  function tell(what) {
    const held = note.contains(document.activeElement);
    said = what;
    speak();
    if (held) canvas.focus();
  }

  function speak() {
    const say = words();
    write(name, say("presenter.title"));
    set(button, { "aria-label": say("presenter.title"), title: say("presenter.title") });
    set(note, { "data-said": said || null });
    write(text, said && say(`presenter.${said}`));
    write(again, say("presenter.again"));
    write(link, say("presenter.link"));
    set(close, { "aria-label": say("notice.close") });
    again.hidden = said !== "closed";
    link.hidden = said !== "blocked";
    close.hidden = said === "";
  }

  return {
    speak,
    here: () => tell(""),
    gone: () => tell("closed"),
    blocked: () => tell("blocked"),
  };
}
