// The shell of the widget: the canvas, the values beside it, the sentence and the bar beneath.

/** @import { Language, Words } from "../types.js" */
import { html } from "../view/element.js";
import { putIcons } from "../view/icons.js";
import { speak } from "../view/page/shell.js";

/** @typedef {ReturnType<typeof shellIn>} Shell */

const BUTTONS = ["first", "back", "play", "next", "last"];
const ZOOMS = ["out", "fit", "in"];

/** The widget is a page of its own: no style gets in or out.
 * @param {HTMLElement} place @param {string} style */
export function shellIn(place, style) {
  const root = html("div", { class: "chainlight" }, ...regions());
  const shadow = place.attachShadow({ mode: "open" });
  shadow.append(html("style", {}, style), root);
  putIcons(root);

  /** @param {string} id @returns {HTMLElement} */
  function find(id) {
    const found = shadow.getElementById(id);
    if (!found) throw new Error(`the widget has no #${id}`);
    return found;
  }

  return {
    root,
    find,
    /** @param {Words} words @param {Language} language */
    speak: (words, language) => speak(words, language, root),
  };
}

function regions() {
  return [
    html("p", {
      id: "waiting",
      class: "stale-note",
      role: "status",
      "data-word": "notebook.waiting",
      hidden: true,
    }),
    html("div", { id: "fault", role: "alert" }),
    html("div", { class: "work" }, canvas(), html("aside", { id: "values" })),
    html(
      "footer",
      {},
      html(
        "div",
        { class: "saying" },
        html("p", { id: "sentence", class: "say" }),
        html("p", { id: "closing", class: "closing" }),
      ),
      bar(),
    ),
    html("div", { id: "announcer", class: "unseen", "aria-live": "polite" }),
  ];
}

function canvas() {
  const zooms = ZOOMS.map((way) => button(`zoom-${way}`, "button quiet round", way, `zoom.${way}`));
  return html(
    "section",
    { id: "canvas", class: "canvas", "data-label": "canvas.label", tabindex: -1 },
    html("div", { id: "side", class: "side" }),
    html("div", { class: "zoom" }, ...zooms),
  );
}

function bar() {
  const buttons = BUTTONS.map((name) =>
    name === "play"
      ? button("play", "round play", "play", null)
      : button(name, "round", name, `transport.${name}`),
  );
  const jump = { id: "jump", type: "text", inputmode: "numeric", autocomplete: "off" };
  return html(
    "div",
    { class: "bar" },
    html("div", { class: "buttons" }, ...buttons),
    html(
      "span",
      { class: "count" },
      html("input", { ...jump, "data-label": "transport.jump" }),
      html("span", { id: "count" }),
    ),
    html("div", { id: "timeline", class: "timeline" }),
    html(
      "div",
      { class: "buttons end" },
      choice("grain", "grain.label"),
      choice("speed", "transport.speed"),
    ),
  );
}

/** @param {string} id @param {string} kind @param {string} icon @param {string | null} label */
function button(id, kind, icon, label) {
  return html("button", {
    type: "button",
    id,
    class: kind,
    "data-icon": icon,
    "data-label": label,
  });
}

/** @param {string} id @param {string} label */
function choice(id, label) {
  const select = html("select", { id, class: "button", "data-label": label });
  return html("span", { class: "choose", "data-icon": "down" }, select);
}
