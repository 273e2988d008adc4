// What the editor gets once someone is there to type: every key it knows, and the bracket that matches.

import { keymap } from "../../../vendor/codemirror.js";
import { StreamLanguage, bracketMatching, defaultKeymap } from "../../../vendor/typing.js";
import { TOKENS } from "./language.js";

const STARTS = Object.entries(TOKENS).map(([kind, { source }]) => ({
  kind,
  start: new RegExp(`^(?:${source})`, "u"),
}));

/** So that keys go from word to word, and a bracket in a comment matches none outside it. */
const words = StreamLanguage.define({
  languageData: { commentTokens: { line: "#" } },
  token(stream) {
    const found = STARTS.find(({ start }) => stream.match(start));
    if (!found) stream.next();
    return found?.kind ?? null;
  },
});

/** Enter makes a line, as before these came; with Ctrl it belongs to the page. */
const OTHERS = new Set(["Enter", "Mod-Enter"]);

const own = defaultKeymap.filter(({ key = "" }) => !OTHERS.has(key));

export const keys = [bracketMatching(), words, keymap.of(own)];
