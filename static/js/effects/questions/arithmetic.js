// A typed value, 1/3 or pi/4 or [[1, 2], [3, 4]], worked out by the server: the page knows no formula.

/** @import { Language, Reading, Value, Words } from "../../types.js" */
import { rankOf } from "../../model/numbers/numbers.js";
import { reasonOf } from "../server/reason.js";
import { Gone, post as postToServer } from "../server/server.js";
import { patience } from "../waiting/patience.js";

/** The same for what a person has typed: while nobody answers, it waits.
 * @param {{ state: { language: Language, words: Words } }} store @param {string} text
 * @returns {ReturnType<typeof workOut>} */
export async function workOutAtLast(store, text) {
  const untilBack = patience();
  for (;;) {
    const found = await workOut(store, text);
    if (!("away" in found && found.away)) return found;
    await new Promise((back) => untilBack(() => back(null)));
  }
}

/** @param {{ state: { language: Language, words: Words } }} store @param {string} text
 * @param {import("../server/server.js").Post} [post] who answers, if not the server
 * @returns {Promise<{ value: Value } | { message: string, away?: boolean }>} */
export async function workOut(store, text, post = postToServer) {
  const { language, words } = store.state;
  try {
    /** @type {Reading} */
    const reading = await post(
      "graph",
      { source: text, notation: "text", tolerant: true },
      { language },
    );
    const [fault] = reading.diagnostics;
    if (fault) return { message: fault.message };
    const { graph, inputs } = reading;
    if (graph.output === null || inputs.length > 0) return { message: words("values.notNumber") };
    const tensor = rankOf(graph.nodes[graph.output] ?? { shape: null }) > 0;
    const body = { source: text, notation: "text", wrt: [], ...(tensor ? { jacobian: true } : {}) };
    const answer = await post("evaluate", body, { language });
    return { value: answer.output.value };
  } catch (error) {
    return { message: reasonOf(error, words, "notice.gone"), away: error instanceof Gone };
  }
}
