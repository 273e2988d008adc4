// A presenter's notes: each is kept with the program, or the place of a lesson, that it was typed beside.

/** `carried`: the note came along when the program was edited, and nothing was typed since.
 * @typedef {{ place: string, work: number, carried: boolean }} Place */
/** @typedef {Record<string, string>} Notes the text of each place */

const PROGRAM = "program.";

/** @param {{ id: string, at: string } | null} lesson @param {string} source */
export function placeIn(lesson, source) {
  return lesson ? `lesson.${lesson.id}.${lesson.at}` : PROGRAM + source;
}

/** @param {Notes} notes @param {string} place @param {string} text @returns {Notes} */
export function noted(notes, place, text) {
  const { [place]: _, ...others } = notes;
  return text === "" ? others : { ...others, [place]: text };
}

/** To another place: its own note, or the one of the program that was edited into this one. The note
 * stays where it was typed; of the programs in between none keeps it.
 * @param {Notes} notes @param {Place} from @param {Pick<Place, "place" | "work">} to
 * @returns {{ notes: Notes, here: Place }} */
export function moved(notes, from, to) {
  const text = notes[from.place] ?? "";
  const edited =
    [from, to].every(({ place }) => place.startsWith(PROGRAM)) && from.work === to.work;
  if (from.place === to.place || !edited || text === "")
    return { notes, here: { ...to, carried: from.place === to.place && from.carried } };
  const left = from.carried ? noted(notes, from.place, "") : notes;
  const own = to.place in left;
  return {
    notes: own ? left : noted(left, to.place, text),
    here: { ...to, carried: !own },
  };
}
