// What was found as a file: the answer itself, or a table for a spreadsheet; both as the server has them.

/** @import { Language } from "../types.js" */
import { saveText } from "../effects/files/saving.js";
import { post, table } from "../effects/server/server.js";

/** The call, and what its file is called. */
const HEALTH = "gradient-health";

/** @param {"csv" | "json"} kind @param {object} body @param {Language} language */
export async function keepFile(kind, body, language) {
  const text =
    kind === "csv"
      ? await table(HEALTH, body, { language })
      : JSON.stringify(await post(HEALTH, body, { language }), null, 1);
  saveText(`${HEALTH}.${kind}`, text);
}
