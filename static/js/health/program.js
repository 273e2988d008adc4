// One's own program in the lab: its layers as one line, and the way back to where it hurts.

/** @import { Document, Language, Value, Words } from "../types.js" */
/** @import { Row } from "./sweeping.js" */
import { post } from "../effects/server.js";
import { writeLink } from "../model/link.js";
import { html } from "../view/element.js";

/** @param {Document} program @param {Language} language */
export async function examine({ source, values, output }, language) {
  const body = { source, values, ...(output === null ? {} : { output }) };
  const answer = await post("gradient-health", body, { language });
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

/** @param {Document} program @param {Words} words */
export function linkBack(program, words) {
  return html("a", { class: "button", href: `../${writeLink(program)}` }, words("health.edit"));
}
