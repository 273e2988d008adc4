// How wide a name or a number is on a card: letter by letter, as measured once, for the layout comes
// before there is a page to measure on.

const USUAL = 10;
const KINDS = [
  { letters: /[ l|]/u, width: 5 },
  { letters: /[fijt[\],.:′]/u, width: 6 },
  { letters: /[rsz()-]/u, width: 8 },
  { letters: /[m%…M]/u, width: 17 },
  { letters: /[W\p{Script=Han}]/u, width: 19 },
  { letters: /[w+−×÷@=Σ\p{Lu}]/u, width: 15 },
];

/** Names are measured in every frame. @type {Map<string, number>} */
const known = new Map();

/** @param {string} letter */
function widthOf(letter) {
  const before = known.get(letter);
  if (before !== undefined) return before;
  const width = KINDS.find(({ letters }) => letters.test(letter))?.width ?? USUAL;
  known.set(letter, width);
  return width;
}

/** @param {string} name */
export function nameWidth(name) {
  return [...name].reduce((sum, letter) => sum + widthOf(letter), 0);
}

/** As much of a name as there is room for. @param {string} name @param {number} room */
export function nameWithin(name, room) {
  if (nameWidth(name) <= room) return name;
  let left = room - widthOf("…");
  const kept = [...name].filter((letter) => {
    left -= widthOf(letter);
    return left >= 0;
  });
  return `${kept.join("")}…`;
}

/** Of a number in bold, in heights of a letter: in a wide font, for there are such. */
const DIGIT = 0.7;
/** @type {Record<string, number>} */
const OTHERS = { "[": 0.4, "]": 0.4, ".": 0.4, ",": 0.4, " ": 0.4, "−": 0.84, "…": 1 };
/** In which sizes a number is set, each with its class. */
const SIZES = [
  { size: 17, called: "" },
  { size: 15, called: "long" },
  { size: 13, called: "longer" },
  { size: 11.5, called: "longest" },
];

/** How large a number is set: as large as fits.
 * @param {string} number @param {number} room
 * @returns {{ called: string, wide: boolean }} whether even the smallest would stick out */
export function numberWithin(number, room) {
  let heights = 0;
  for (const letter of number) heights += OTHERS[letter] ?? DIGIT;
  const found = SIZES.find(({ size }) => heights * size <= room);
  return { called: found?.called ?? "longest", wide: found === undefined };
}
