// What was found as a file: the answer itself, or a table for a spreadsheet; both as the server has them.

/** @import { Language } from "../types.js" */
import { saveText } from "../effects/saving.js";
import { post, table } from "../effects/server.js";

const PATH = "gradient-health";
const NAME = "gradient-health";

/** @param {"csv" | "json"} kind @param {object} body @param {Language} language */
export async function keepFile(kind, body, language) {
  const text =
    kind === "csv"
      ? await table(PATH, body, { language })
      : JSON.stringify(await post(PATH, body, { language }), null, 1);
  saveText(`${NAME}.${kind}`, text);
}
