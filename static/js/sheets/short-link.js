// A short link: kept on the server because somebody pressed the button, and deleted by another.

/** @import { Words } from "../types.js" */
/** @import { exportingOf } from "../effects/files/exporting.js" */
import { reasonOf } from "../effects/server/reason.js";
import { html, write } from "../view/element.js";

/** @param {ReturnType<typeof exportingOf>} exporting @param {Words} words */
export function shortLinkIn(exporting, words) {
  const make = html("button", { type: "button", class: "button" }, words("export.link.make"));
  const says = html("p", { class: "quiet", role: "status" }, words("export.link.says"));
  const element = html("div", { class: "save" }, says, make);
  make.addEventListener("click", () => told(says, words, made));
  return element;

  async function made() {
    const { id, url, delete_secret: secret, expires } = await exporting.link();
    const name = words("export.link.name");
    const box = html("input", {
      type: "text",
      readonly: true,
      class: "copied",
      "aria-label": name,
    });
    box.value = url;
    box.addEventListener("focus", () => box.select());
    const remove = html("button", { type: "button", class: "button" }, words("export.link.delete"));
    remove.addEventListener("click", () =>
      told(says, words, async () => {
        await exporting.unlink(id, secret);
        write(says, words("export.link.deleted"));
        element.replaceChildren(says, make);
      }),
    );
    write(says, words("export.link.until", { day: expires.slice(0, 10) }));
    element.replaceChildren(says, box, remove);
    box.focus();
  }
}

/** What goes wrong stands where the words are. @param {HTMLElement} says @param {Words} words
 * @param {() => Promise<void>} act */
async function told(says, words, act) {
  try {
    await act();
  } catch (error) {
    write(says, reasonOf(error, words));
  }
}
