// Colours for what is typed. Which names are functions comes from the server's table of operations.

/** @import { Operation } from "../../types.js" */
import {
  HighlightStyle,
  StreamLanguage,
  syntaxHighlighting,
  tags,
} from "../../../vendor/codemirror.js";

const NUMBER = /^(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?/;
const NAME = /^[\p{L}_][\p{L}\p{N}_]*/u;
const WORDS = new Set(["repeat", "as"]);

const colours = syntaxHighlighting(
  HighlightStyle.define([
    { tag: tags.comment, color: "var(--soft)", fontStyle: "italic" },
    { tag: tags.number, color: "var(--plus)" },
    { tag: tags.keyword, color: "var(--focus)" },
    { tag: tags.function(tags.variableName), color: "var(--focus)" },
  ]),
);

/** @param {Iterable<Operation>} operations */
export function languageOf(operations) {
  const functions = new Set(
    [...operations]
      .filter(({ callable }) => callable)
      .flatMap(({ name, aliases }) => [name, ...aliases]),
  );
  const reader = StreamLanguage.define({
    languageData: { commentTokens: { line: "#" } },
    token(stream) {
      if (stream.match(/^#.*/)) return "comment";
      if (stream.match(NUMBER)) return "number";
      const name = stream.match(NAME);
      if (!Array.isArray(name)) {
        stream.next();
        return null;
      }
      return nameKind(name[0], /^\s*\(/.test(stream.string.slice(stream.pos)));
    },
  });

  /** A name is a function only where it is called. @param {string} name @param {boolean} called */
  function nameKind(name, called) {
    if (WORDS.has(name)) return "keyword";
    return called && functions.has(name) ? "variableName.function" : "variableName";
  }

  return [reader, colours];
}
