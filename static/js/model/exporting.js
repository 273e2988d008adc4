// What can be taken away, and how it is asked for. The server knows how each is made.

/** @import { State } from "../types.js" */

/** The formats by what they are good for. */
export const KINDS = /** @type {const} */ ({
  picture: ["svg", "png", "pdf", "gif"],
  text: ["markdown", "latex", "tikz", "dot", "mermaid"],
  code: ["numpy", "pytorch", "jax", "ipynb"],
  data: ["csv", "json"],
});
export const THEMES = /** @type {const} */ (["light", "dark", "print"]);
export const SCALES = /** @type {const} */ ([1, 2, 3, 4]);

/** @typedef {{ theme: typeof THEMES[number], scale: number, sheet: boolean, blanks: boolean }} Looks */

/** @param {Pick<State, "document" | "playback" | "language">} state @param {Looks} looks */
export function exportBody({ document, playback, language }, { theme, scale, sheet, blanks }) {
  const { source, values, output, wrt } = document;
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

/** The name that the server gives a file. @param {string | null} disposition @param {string} format */
export function nameIn(disposition, format) {
  return /filename="([^"]+)"/.exec(disposition ?? "")?.[1] ?? `chainlight.${format}`;
}
