// What a lesson says at the place where one is: its text, its questions, and the notes for teachers.

/** @import { Section } from "../model/lesson.js" */
/** @import { Block, Lesson, Place, Question, Run } from "./types.js" */

const NOBODY_READS = ["teacher", "show"];

/** @param {Lesson} lesson @param {Section | null} section @param {Map<string, Question>} questions by block
 * @returns {Place} */
export function placeOn({ id, title, blocks }, section, questions) {
  const own = section?.blocks ?? [];
  return {
    ...{ id, title, at: own[0]?.id ?? "" },
    said: own.flatMap((block) => sayings(block, questions)),
    teacher: blocks.flatMap(({ sort, texts }) => (sort === "teacher" ? texts : [])),
  };
}

/** @param {Block} block @param {Map<string, Question>} questions
 * @returns {{ sort: string, runs: Run[] }[]} */
function sayings({ id, sort, texts }, questions) {
  if (NOBODY_READS.includes(sort)) return [];
  const prompt = questions.get(id)?.prompt;
  if (prompt) return [{ sort, runs: [{ text: prompt, style: "plain", term: null }] }];
  return texts.map((runs) => ({ sort, runs }));
}
