// Colours for what is typed. Which names are functions comes from the server's table of operations.

/** @import { Operation } from "../../types.js" */
import { Decoration, MatchDecorator, ViewPlugin } from "../../../vendor/codemirror.js";

/** What a line is made of; the first that fits counts. */
export const TOKENS = {
  comment: /#.*/u,
  number: /(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?/u,
  name: /[\p{L}_][\p{L}\p{N}_]*/u,
};
const TOKEN = new RegExp(
  Object.values(TOKENS)
    .map(({ source }) => source)
    .join("|"),
  "gu",
);
const WORDS = new Set(["repeat", "as"]);

const comment = Decoration.mark({ class: "cm-comment" });
const number = Decoration.mark({ class: "cm-number" });
const keyword = Decoration.mark({ class: "cm-keyword" });
const called = Decoration.mark({ class: "cm-called" });

/** @param {Iterable<Operation>} operations */
export function languageOf(operations) {
  const functions = new Set(
    [...operations]
      .filter(({ callable }) => callable)
      .flatMap(({ name, aliases }) => [name, ...aliases]),
  );
  const matcher = new MatchDecorator({ regexp: TOKEN, decoration: colourOf });

  /** @param {RegExpExecArray} token */
  function colourOf({ 0: text, index, input }) {
    if (text.startsWith("#")) return comment;
    if (/^[\d.]/.test(text)) return number;
    if (WORDS.has(text)) return keyword;
    // a name is a function only where it is called
    const calls = functions.has(text) && /^\s*\(/.test(input.slice(index + text.length));
    return calls ? called : null;
  }

  return ViewPlugin.define(
    (view) => ({
      colours: matcher.createDeco(view),
      update(changed) {
        this.colours = matcher.updateDeco(changed, this.colours);
      },
    }),
    { decorations: ({ colours }) => colours },
  );
}
