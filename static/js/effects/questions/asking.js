// A question beside the main one: its answer, or why there is none.

/** @import { Language } from "../../types.js" */
import { Gone, Problem, post as postToServer } from "../server/server.js";

/** Null while the server is away, so that it is asked again.
 * @param {string} path @param {object} body @param {Language} language
 * @param {import("../server/server.js").Post} [post] who answers, if not the server
 * @returns {Promise<{ answer: any, message: string } | null>} */
export async function answerTo(path, body, language, post = postToServer) {
  try {
    return { answer: await post(path, body, { language }), message: "" };
  } catch (error) {
    if (error instanceof Gone) return null;
    if (error instanceof Problem) return { answer: null, message: error.message };
    throw error;
  }
}
