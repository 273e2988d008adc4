// What a link asks for beside a program: a lesson, or one of its paragraphs.

const HAS_PROGRAM = /(?:^#?|&)e=|^#v/;

/** The lesson that a link asks for, program or not. @param {string} fragment */
export function lessonIn(fragment) {
  return /(?:^#?|&)lesson=([\w.-]+)/.exec(fragment)?.[1] ?? "";
}

/** The lesson of a link that brings no program. @param {string} fragment */
export function lessonAlone(fragment) {
  return HAS_PROGRAM.test(fragment) ? "" : lessonIn(fragment);
}

/** `graph.p12`: a lesson, and a paragraph of it. @param {string} text */
export function placeOf(text) {
  const [id = "", block = ""] = text.split(".");
  return { id, block };
}
