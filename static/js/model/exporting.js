// What can be taken away, and how it is asked for. The server knows how each is made.

/** @import { State } from "../types.js" */

/** The formats by what they are good for. */
export const KINDS = /** @type {const} */ ({
  picture: ["svg", "png", "pdf"],
  moving: ["gif", "apng", "webm", "mp4"],
  text: ["markdown", "latex", "tikz", "dot", "mermaid"],
  code: ["numpy", "pytorch", "jax", "ipynb"],
  data: ["csv", "json"],
});
export const THEMES = /** @type {const} */ (["light", "dark", "print"]);
export const SCALES = /** @type {const} */ ([1, 2, 3, 4]);

/** @typedef {{ theme: typeof THEMES[number], scale: number, sheet: boolean, blanks: boolean }} Looks */

/** An output that the program does not have is not asked for.
 * @param {Pick<State, "document" | "playback" | "language" | "answer">} state @param {Looks} looks */
export function exportBody({ document, playback, language, answer }, looks) {
  const { source, values, wrt } = document;
  const { theme, scale, sheet, blanks } = looks;
  const { output } = answer?.document.source === source ? answer.document : document;
  return {
    source,
    values,
    ...(output === null ? {} : { output }),
    ...(wrt === null ? {} : { wrt }),
    step: playback.step,
    lang: language,
    theme,
    scale,
    sheet,
    blanks,
  };
}

/** Does it take so long that one should see how far it is? @param {string} format */
export function moves(format) {
  return KINDS.moving.some((each) => each === format);
}

/** The bytes that letters stand for. @param {string} base64 */
export function bytesOf(base64) {
  return Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
}

/** The name that the server gives a file. @param {string | null} disposition @param {string} format */
export function nameIn(disposition, format) {
  return /filename="([^"]+)"/.exec(disposition ?? "")?.[1] ?? `chainlight.${format}`;
}
