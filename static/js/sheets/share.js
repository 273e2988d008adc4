// Sharing: the link, the frame for another site, and a file; nothing is stored anywhere.

/** @import { Store } from "../store.js" */
/** @import { Document, State, Words } from "../types.js" */
import { saveHere } from "../effects/files/files.js";
import { linkTo } from "../effects/links/linking.js";
import { valuesFor } from "../model/document/document.js";
import { NUMBERS, listOf, withField } from "../model/document/fields.js";
import { CUT } from "../model/document/link.js";
import { namesOnly } from "../model/document/preferences.js";
import { html, set, write } from "../view/element.js";
import { ticked } from "./choices.js";
import { dialogIn } from "./dialog.js";
import { qrIn } from "./qr.js";

/** What a link may bring along or leave out. */
const OPTIONS = /** @type {const} */ (["values", "step", "numbers", "hide", "lock"]);
/** What a teacher hides so that it can be asked: everything that gives the answer away. */
const ANSWERS = ["inspector", "table", "paths", "compare", "field"];
const LOCKED = "editor";
const HEIGHT = 520;

/** @typedef {Record<typeof OPTIONS[number], boolean>} Options */

/** @param {HTMLDialogElement} place @param {Store} store */
export function shareIn(place, store) {
  const dialog = dialogIn(place);
  /** @type {Options} */
  let options = { values: true, step: true, numbers: false, hide: false, lock: false };
  let turn = 0;

  return {
    open() {
      const { words, language } = store.state;
      options = { ...options, numbers: namesOnly() };
      const rows = [
        row(words, "link", (fragment) => address("", fragment)),
        row(words, "present", (fragment) => address("present", fragment)),
        row(words, "embed", (fragment) => frame(address("embed", fragment), words)),
      ];
      const said = html("p", { class: "quiet", role: "status" });
      const code = qrIn(words, language);
      const fill = () => fillIn([...rows, forPhones(code)], said, words);
      dialog.fill(
        words,
        words("share.title"),
        ...rows.map((each) => each.element),
        choices(words, fill),
        said,
        code.element,
        saveRow(words),
      );
      fill();
      dialog.show();
    },
    /** The same link large, for a room full of phones. */
    async showCode() {
      const { words, language } = store.state;
      const code = qrIn(words, language);
      set(code.element, { class: "qr large" });
      dialog.fill(words, words("share.qr"), code.element);
      dialog.show();
      forPhones(code).draw(await fragmentOf());
    },
  };

  /** @param {{ draw: (fragment: string | null) => void }[]} rows @param {HTMLElement} said @param {Words} words */
  async function fillIn(rows, said, words) {
    turn += 1;
    const mine = turn;
    const fragment = await fragmentOf();
    if (mine !== turn) return; // something else was ticked meanwhile
    for (const each of rows) each.draw(fragment);
    write(said, lengthWords(fragment === null ? null : address("", fragment).length, words));
  }

  async function fragmentOf() {
    const { playback, language } = store.state;
    const view = { step: options.step ? playback.step : null, lang: language };
    return linkTo(shared(store.state, options), view);
  }

  /** @param {Words} words @param {() => void} changed */
  function choices(words, changed) {
    const boxes = OPTIONS.map((name) =>
      ticked(words(`share.with.${name}`), options[name], (on) => {
        options = { ...options, [name]: on };
        changed();
      }),
    );
    return html(
      "fieldset",
      { class: "with" },
      html("legend", {}, words("share.include")),
      ...boxes,
    );
  }

  /** @param {Words} words */
  function saveRow(words) {
    const button = html("button", { type: "button", class: "button" }, words("share.save"));
    button.addEventListener("click", () => saveHere(store.state));
    return html(
      "div",
      { class: "save" },
      html("p", { class: "quiet" }, words("share.private")),
      button,
    );
  }
}

/** @param {ReturnType<typeof qrIn>} code */
function forPhones(code) {
  return {
    /** @param {string | null} fragment */
    draw: (fragment) => void code.draw(fragment === null ? null : address("", fragment)),
  };
}

/** One text to be copied. @param {Words} words @param {string} name @param {(fragment: string) => string} textOf */
function row(words, name, textOf) {
  const label = words(`share.${name}`);
  const box = html("input", { type: "text", readonly: true, class: "copied", "aria-label": label });
  box.addEventListener("focus", () => box.select());
  const button = html(
    "button",
    { type: "button", class: "button", "aria-label": words("share.copyThis", { name: label }) },
    words("share.copy"),
  );
  button.addEventListener("click", async () => {
    write(button, words((await copied(box)) ? "share.done" : "share.marked"));
  });
  return {
    element: html(
      "div",
      { class: "share-row" },
      html("span", { "aria-hidden": "true" }, label),
      box,
      button,
    ),
    /** @param {string | null} fragment null where the program is too long for a link */
    draw(fragment) {
      box.value = fragment === null ? "" : textOf(fragment);
      set(button, { disabled: fragment === null });
      write(button, words("share.copy"));
    },
  };
}

/** Where the browser does not let a page write to the clipboard, the text is marked for Ctrl C.
 * @param {HTMLInputElement} box */
async function copied(box) {
  try {
    await navigator.clipboard.writeText(box.value);
    return true;
  } catch {
    box.select();
    return false;
  }
}

/** Values of inputs that an earlier text had are the author's alone.
 * @param {State} state @param {Options} options @returns {Document} */
function shared({ document, answer }, { values, numbers, hide, lock }) {
  const inputs = answer?.document.source === document.source ? answer.inputs : null;
  const own = inputs ? valuesFor(document.values, inputs) : document.values;
  const kept = { ...document, values: values ? own : {} };
  const before = listOf(document, "hide").filter((each) => each !== NUMBERS);
  const hiding = [...(hide ? ANSWERS : before), ...(numbers ? [NUMBERS] : [])];
  const hidden = withField(kept, "hide", hiding.join(","));
  return lock ? withField(hidden, "lock", LOCKED) : hidden;
}

/** @param {string} path @param {string} fragment */
function address(path, fragment) {
  return new URL(path, document.baseURI).href.replace(/#.*$/, "") + fragment;
}

/** @param {string} source @param {Words} words */
function frame(source, words) {
  const safe = source.replaceAll("&", "&amp;").replaceAll('"', "&quot;");
  const title = words("page.title");
  return `<iframe src="${safe}" title="${title}" width="100%" height="${HEIGHT}"></iframe>`;
}

/** @param {number | null} n @param {Words} words */
function lengthWords(n, words) {
  if (n === null) return words("link.tooLong");
  return n > CUT ? words("link.long", { n }) : "";
}
