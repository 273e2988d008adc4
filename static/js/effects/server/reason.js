// Why there is no answer, in words for the place where it was asked for.

/** @import { Words } from "../../types.js" */
import { Gone, Problem } from "./server.js";

/** Why there is no answer; a fault of ours is not hidden.
 * @param {unknown} error @param {Words} words @param {string} [gone] says that the server is away */
export function reasonOf(error, words, gone = "export.gone") {
  if (error instanceof Problem) return error.message;
  if (error instanceof Gone) return words(gone);
  throw error;
}
