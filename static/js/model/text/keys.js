// The keys of the editor, as the sheet of keys lists them: what they do is done there.

/** @import { Shortcut } from "../shortcuts.js" */

/** @type {Shortcut[]} */
export const WRITING = [
  { keys: ["."], ctrl: true, act: "line" },
  { keys: ["ArrowUp"], alt: true, act: "lineUp" },
  { keys: ["ArrowDown"], alt: true, act: "lineDown" },
  { keys: ["ArrowDown"], alt: true, shift: true, act: "lineCopy" },
  { keys: ["k"], ctrl: true, shift: true, act: "lineDelete" },
  { keys: ["/"], ctrl: true, act: "lineComment" },
  { keys: ["["], ctrl: true, shift: true, act: "lineFold" },
  { keys: ["]"], ctrl: true, shift: true, act: "lineUnfold" },
];
