// Why there is no answer, in words for the place where it was asked for.

/** @import { Words } from "../types.js" */
import { Gone, Problem } from "../effects/server.js";

/** Why there is no answer; a fault of ours is not hidden. @param {unknown} error @param {Words} words */
export function reasonOf(error, words) {
  if (error instanceof Problem) return error.message;
  if (error instanceof Gone) return words("export.gone");
  throw error;
}
