// How wide a name is on a card: letter by letter, as measured once in its italics, for the layout comes
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
