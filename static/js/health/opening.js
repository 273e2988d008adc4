// The way into the workspace: the sick program, at the step where it shows.

/** @import { Document, Language, Value } from "../types.js" */
import { saveFile } from "../effects/files/files.js";
import { linkTo } from "../effects/links/linking.js";
import { post } from "../effects/server/server.js";
import { oneOf } from "./choices.js";

/** @param {Document} program @param {number | null} step
 * @returns {Promise<string | null>} null where no address can hold it */
export async function addressOf(program, step) {
  const rest = program.rest.filter(([key]) => key !== "mode"); // steps are counted in the usual one
  const fragment = await linkTo({ ...program, rest }, { step });
  return fragment === null ? null : `../${fragment}`;
}

/** A network as a program with its numbers. @param {Record<string, any>} setup
 * @param {Language} language @returns {Promise<Document>} */
export async function networkOf(setup, language) {
  const body = { sweep: oneOf(setup), network: true };
  /** @type {{ rows: { network: { source: string, values: Record<string, Value>, wrt: string[] } }[] }} */
  const { rows } = await post("gradient-health", body, { language });
  const [row] = rows;
  if (!row) throw new Error("one network has one row");
  return { ...row.network, output: null, rest: [] };
}

/** Go there; what no address can hold becomes a file that the workspace opens.
 * @param {Document} program @param {number | null} step @returns {Promise<boolean>} was it an address? */
export async function openOrSave(program, step) {
  const address = await addressOf(program, step);
  if (address === null) saveFile(program, step ?? 0);
  else location.href = address;
  return address !== null;
}
