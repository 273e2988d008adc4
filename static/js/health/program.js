// One's own program in the lab: what its link says, and its layers as one line.

/** @import { Document, Language, Value, Words } from "../types.js" */
/** @import { Row } from "./sweeping.js" */
import { findLink } from "../effects/links/linking.js";
import { workOut } from "../effects/questions/arithmetic.js";
import { post } from "../effects/server/server.js";
import { fieldOf } from "../model/document/fields.js";
import { COMPACT } from "../model/document/link.js";

/** The program of a link, its typed values worked out; null where the link has none. A packed link
 * that cannot be unpacked is damaged; any other may be about networks.
 * @param {string} fragment @param {{ language: Language, words: Words }} said
 * @returns {Promise<{ program: Document | null, damaged: boolean }>} */
export async function programIn(fragment, said) {
  const { link } = await findLink(fragment);
  if (!link) return { program: null, damaged: COMPACT.test(fragment) };
  const values = { ...link.document.values };
  for (const [name, text] of Object.entries(link.typed)) {
    const answer = await workOut({ state: said }, text);
    if ("value" in answer) values[name] = answer.value;
  }
  return { program: { ...link.document, values }, damaged: false };
}

/** What is asked about a program. @param {Document} program */
export function asked(program) {
  const { source, values, output, wrt } = program;
  return {
    source,
    values,
    notation: fieldOf(program, "notation") || "text",
    ...(output === null ? {} : { output }),
    ...(wrt === null ? {} : { wrt }),
  };
}

/** @param {Document} program @param {Language} language */
export async function examine(program, language) {
  const answer = await post("gradient-health", asked(program), { language });
  /** @type {{ gradient: { norm: Value } }[]} */
  const layers = answer.layers;
  const gradients = layers.map((layer) => layer.gradient.norm);
  /** @type {Row} */
  const row = {
    index: 0,
    of: 1,
    setup: {},
    values: [],
    gradients,
    relative: answer.relative,
    update: answer.update,
    clipped: answer.update,
    diagnoses: answer.diagnoses,
  };
  return row;
}
