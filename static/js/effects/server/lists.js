// What the server and the site list once: operations, examples, words.

/** @import { Example, Language, Operation } from "../../types.js" */
import { get, orGone } from "./server.js";

/** @param {Language} language @returns {Promise<Record<string, string>>} */
export async function catalogue(language) {
  return (await orGone(fetch(new URL(`../../../words/${language}.json`, import.meta.url)))).json();
}

/** By every name a node may carry. @param {Language} language @returns {Promise<Map<string, Operation>>} */
export async function operations(language) {
  /** @type {{ operations: Operation[] }} */
  const answer = await get("operations", { language });
  return new Map(answer.operations.map((operation) => [operation.name, operation]));
}

/** @param {Language} language @returns {Promise<Example[]>} */
export async function examples(language) {
  return (await get("examples", { language })).examples;
}
