// What stands where a lesson or a question should be while the server does not give it.

/** @import { Words } from "../types.js" */
import { reasonOf } from "../effects/server/reason.js";
import { html } from "../view/element.js";

/** Work that fills a place; if nothing comes, the place says why, and a button asks again.
 * @param {HTMLElement} place @param {Words} words @param {() => Promise<void>} work */
export async function fillOr(place, words, work) {
  try {
    await work();
  } catch (error) {
    const again = html("button", { type: "button", class: "button" }, words("notice.retry"));
    again.addEventListener("click", () => fillOr(place, words, work));
    const reason = html("p", { class: "diagnosis" }, reasonOf(error, words, "quiz.gone"));
    place.replaceChildren(html("div", { class: "absent", role: "alert" }, reason, again));
  }
}
