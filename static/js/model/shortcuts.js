// The keys of the page: one table for the keyboard and for the sheet that lists them.

/** @typedef {{ keys: string[], act: string, shift?: boolean, ctrl?: boolean, alt?: boolean }} Shortcut */

/** Keys as the browser names them; `act` names what the page does, and its words. @type {Shortcut[]} */
export const SHORTCUTS = [
  { keys: ["ArrowRight"], act: "next" },
  { keys: ["ArrowLeft"], act: "back" },
  { keys: ["ArrowRight"], shift: true, act: "nextPhase" },
  { keys: ["ArrowLeft"], shift: true, act: "backPhase" },
  { keys: ["j"], act: "nextVisit" },
  { keys: ["j"], shift: true, act: "backVisit" },
  { keys: ["m"], act: "output" },
  { keys: ["b"], act: "break" },
  { keys: [","], act: "coarser" },
  { keys: ["."], act: "finer" },
  { keys: ["Home"], act: "first" },
  { keys: ["End"], act: "last" },
  { keys: [" "], act: "toggle" },
  { keys: ["g"], act: "jump" },
  { keys: ["]"], act: "faster" },
  { keys: ["["], act: "slower" },
  { keys: ["e"], act: "editor" },
  { keys: ["v"], act: "values" },
  { keys: ["i"], act: "inspector" },
  { keys: ["c"], act: "fold" },
  { keys: ["1"], act: "table" },
  { keys: ["2"], act: "paths" },
  { keys: ["3"], act: "formula" },
  { keys: ["4"], act: "compare" },
  { keys: ["5"], act: "field" },
  { keys: ["f"], act: "forward" },
  { keys: ["r"], act: "reverse" },
  { keys: ["t"], act: "both" },
  { keys: ["l"], act: "labels" },
  { keys: ["n"], act: "names" },
  { keys: ["0"], act: "fit" },
  { keys: ["+", "="], act: "zoomIn" },
  { keys: ["-"], act: "zoomOut" },
  { keys: ["p"], act: "predict" },
  { keys: ["h"], act: "hint" },
  { keys: ["Enter"], alt: true, act: "node" },
  { keys: ["F10"], shift: true, act: "menu" },
  { keys: ["k"], ctrl: true, act: "search" },
  { keys: ["/"], act: "search" },
  { keys: ["d"], alt: true, act: "describe" },
  { keys: ["z"], ctrl: true, act: "undo" },
  { keys: ["z"], ctrl: true, shift: true, act: "redo" },
  { keys: ["y"], ctrl: true, act: "redo" },
  { keys: ["Enter"], ctrl: true, act: "last" },
  { keys: ["s"], ctrl: true, act: "save" },
  { keys: ["e"], ctrl: true, shift: true, act: "png" },
  { keys: ["e"], ctrl: true, alt: true, act: "svg" },
  { keys: ["y"], act: "share" },
  { keys: ["q"], act: "qr" },
  { keys: ["f"], shift: true, act: "present" },
  { keys: ["w"], act: "presenter" },
  { keys: ["PageDown"], act: "pageNext" },
  { keys: ["PageUp"], act: "pageBack" },
  { keys: [".", ">"], shift: true, act: "blank" },
  { keys: [",", "<"], shift: true, act: "freeze" },
  { keys: ["d"], act: "theme" },
  { keys: ["?"], act: "sheet" },
  { keys: ["Escape"], act: "clear" },
];

/** What a key press asks for, or null. Other keys with Ctrl, Alt or Meta belong to the browser.
 * @param {{ key: string, shiftKey: boolean, ctrlKey: boolean, altKey: boolean, metaKey: boolean }} press */
export function shortcutFor({ key, shiftKey, ctrlKey, altKey, metaKey }) {
  const name = key.length === 1 ? key.toLowerCase() : key;
  const held = ctrlKey || metaKey;
  const meant = SHORTCUTS.filter(
    ({ keys, ctrl = false, alt = false }) => keys.includes(name) && ctrl === held && alt === altKey,
  );
  const exact = meant.find(({ shift = false }) => shift === shiftKey);
  const strict = held || key.startsWith("Arrow"); // elsewhere Shift may only make the sign: ? or +
  return (exact ?? (strict ? null : meant.find(({ shift }) => !shift)))?.act ?? null;
}

/** How a key is written on the sheet. @type {Record<string, string>} */
const CAPS = {
  ArrowRight: "→",
  ArrowLeft: "←",
  ArrowUp: "↑",
  ArrowDown: "↓",
  " ": "Space",
  Escape: "Esc",
};

/** @param {Shortcut} shortcut */
export function capOf({ keys, shift, ctrl, alt }) {
  const [key = ""] = keys;
  const cap = CAPS[key] ?? (key.length === 1 ? key.toUpperCase() : key);
  return `${ctrl ? "Ctrl " : ""}${alt ? "Alt " : ""}${shift ? "Shift " : ""}${cap}`;
}
