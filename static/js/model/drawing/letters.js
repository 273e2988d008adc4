// How wide a name is on a card, near enough: fonts cannot be measured before there is a page.

const USUAL = 9;
const KINDS = [
  { letters: /\p{Script=Han}/u, width: 18 },
  { letters: /[mwMW@%]/u, width: 17 },
  { letters: /\p{Lu}/u, width: 14 },
  { letters: /[ ()[\].,:|il'′/]/u, width: 6 },
];

/** @param {string} letter */
function widthOf(letter) {
  return KINDS.find(({ letters }) => letters.test(letter))?.width ?? USUAL;
}

/** @param {string} name */
export function nameWidth(name) {
  return [...name].reduce((sum, letter) => sum + widthOf(letter), 0);
}

/** As much of a name as there is room for. @param {string} name @param {number} room */
export function nameWithin(name, room) {
  if (nameWidth(name) <= room) return name;
  let left = room - USUAL; // for the mark of what is missing
  const kept = [...name].filter((letter) => {
    left -= widthOf(letter);
    return left >= 0;
  });
  return `${kept.join("")}…`;
}
