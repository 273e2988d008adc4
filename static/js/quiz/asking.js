// Asking for questions, and handing in answers: the server keeps nothing, the token says it all.

/** @import { Document, Language } from "../types.js" */
/** @import { Question, Verdict } from "../lesson/types.js" */
import { post } from "../effects/server/server.js";

/** @param {Pick<Document, "source" | "values">} program
 * @param {{ kind?: string | undefined, about?: object | null, seed?: number, reroll?: boolean }} wanted
 * @param {Language} language @returns {Promise<Question>} */
export function askQuestion({ source, values }, { about, ...wanted }, language) {
  const named = about && Object.keys(about).length > 0 ? { about } : {};
  return post("quiz", { source, values, ...named, ...wanted }, { language });
}

/** @param {Question} question @param {unknown} answer @param {Language} language @returns {Promise<Verdict>} */
export function handIn({ token }, answer, language) {
  return post("quiz/answer", { token, answer }, { language });
}

/** @param {Question} question @param {number} hint @param {Language} language @returns {Promise<Verdict>} */
export function askHint({ token }, hint, language) {
  return post("quiz/answer", { token, hint }, { language });
}
