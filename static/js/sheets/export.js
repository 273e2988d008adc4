// Taking it along: the picture as it will be, every format as a button, and a short link on request.

/** @import { Store } from "../store.js" */
/** @import { Words } from "../types.js" */
/** @import { Looks } from "../model/exporting.js" */
import { exportingOf } from "../effects/files/exporting.js";
import { saveAs } from "../effects/files/saving.js";
import { reasonOf } from "../effects/server/reason.js";
import { KINDS, SCALES, THEMES, moves } from "../model/exporting.js";
import { html, set, write } from "../view/element.js";
import { choice, ticked } from "./choices.js";
import { dialogIn } from "./dialog.js";
import { shortLinkIn } from "./short-link.js";
import { waitingIn } from "./waiting.js";

/** @param {HTMLDialogElement} place @param {Store} store */
export function exportIn(place, store) {
  const dialog = dialogIn(place);
  const exporting = exportingOf(store);
  /** @type {Looks} */
  let looks = { theme: "light", scale: 2, sheet: false, blanks: false };
  /** Of the picture and of films only the newest is wanted; a file that was asked for comes. */
  let [drawing, filming] = [new AbortController(), new AbortController()];
  /** @type {ReturnType<typeof waitingIn> | undefined} */
  let waiting;

  place.addEventListener("close", () => {
    drawing.abort();
    filming.abort();
  });
  return { open, save };

  /** At once, as it was looked at last; why it does not come is said in the sheet. @param {string} format */
  async function save(format) {
    const said = html("p");
    const found = await fetched(format, said, store.state.words, new AbortController().signal);
    if (found) saveAs(found.blob, found.name);
    else open();
  }

  function open() {
    const { words } = store.state;
    const preview = html("img", { class: "preview-picture", alt: "" });
    const said = html("p", { class: "quiet", role: "status" });
    const show = () => draw(preview, said, words);
    waiting = waitingIn(words, () => {
      filming.abort();
      write(said, words("export.stopped"));
    });
    dialog.fill(
      words,
      words("export.title"),
      html("div", { class: "preview-frame" }, preview),
      looksOf(words, show),
      ...Object.entries(KINDS).map(([kind, formats]) => row(kind, formats, words, said)),
      html("div", { class: "export-status" }, said, waiting.element),
      shortLinkIn(exporting, words),
    );
    show();
    dialog.show();
  }

  /** What the picture will be. @param {HTMLElement} preview @param {HTMLElement} said @param {Words} words */
  async function draw(preview, said, words) {
    drawing.abort();
    drawing = new AbortController();
    const found = await fetched("svg", said, words, drawing.signal);
    if (!found) return;
    const text = await found.blob.text();
    set(preview, {
      src: `data:image/svg+xml,${encodeURIComponent(text)}`,
      alt: words("export.preview"),
    });
    write(said, "");
  }

  /** @param {string} kind @param {readonly string[]} formats @param {Words} words @param {HTMLElement} said */
  function row(kind, formats, words, said) {
    const buttons = formats.map((format) => {
      const name = words(`export.as.${format}`);
      const each = html("button", { type: "button", class: "button" }, name);
      each.addEventListener("click", async () => {
        const found = moves(format)
          ? await filmed(format, said, words)
          : await fetched(format, said, words, new AbortController().signal);
        if (!found) return;
        saveAs(found.blob, found.name);
        write(said, words("export.saved", { name: found.name }));
      });
      return each;
    });
    const label = words(`export.kind.${kind}`);
    return html(
      "div",
      { class: "export-row", role: "group", "aria-label": label },
      html("span", { "aria-hidden": "true" }, label),
      html("div", { class: "export-buttons" }, ...buttons),
    );
  }

  /** @param {string} format @param {HTMLElement} said @param {Words} words @param {AbortSignal} signal */
  function fetched(format, said, words, signal) {
    return orReason(exporting.fetch(format, looks, signal), said, words, signal);
  }

  /** Asking for another film ends the one before. @param {string} format @param {HTMLElement} said
   * @param {Words} words */
  async function filmed(format, said, words) {
    filming.abort();
    filming = new AbortController();
    const { signal } = filming;
    waiting?.show(true);
    const told = (/** @type {{ done: number, of: number }} */ stands) => waiting?.tell(stands);
    const film = exporting.watch(format, looks, signal, told);
    const found = await orReason(film, said, words, signal);
    if (filming.signal === signal) waiting?.show(false);
    return found;
  }

  /** @param {Words} words @param {() => void} changed */
  function looksOf(words, changed) {
    const look = (/** @type {Partial<Looks>} */ change) => {
      looks = { ...looks, ...change };
      changed();
    };
    return html(
      "div",
      { class: "with" },
      choice(
        words("export.theme"),
        THEMES,
        looks.theme,
        (theme) => words(`export.theme.${theme}`),
        (theme) => look({ theme }),
      ),
      choice(
        words("export.scale"),
        SCALES,
        looks.scale,
        (times) => `${times}×`,
        (scale) => look({ scale }),
      ),
      ticked(words("export.sheet"), looks.sheet, (sheet) => look({ sheet })),
      ticked(words("export.blanks"), looks.blanks, (blanks) => look({ blanks })),
    );
  }
}

/** What comes, or null and the reason in words. @param {Promise<import("../effects/files/exporting.js").Saved | null>} coming
 * @param {HTMLElement} said @param {Words} words @param {AbortSignal} signal */
async function orReason(coming, said, words, signal) {
  write(said, words("export.working"));
  try {
    return await coming;
  } catch (error) {
    if (!signal.aborted) write(said, reasonOf(error, words));
    return null;
  }
}
