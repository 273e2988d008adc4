// The short form of a long link: the same document as JSON, for packing. Version 1 of it.

/** @import { Document, Value } from "../../types.js" */
/** @import { Link } from "./link.js" */
import { FIELDS } from "./link.js";

export const VERSION = 1;
/** A fragment in the short form: its version, and what is packed. */
export const COMPACT = /^#?v(\d+)\.([\w-]*)$/;

/** @param {Document} document @param {{ step?: number | null, lang?: string | null }} view */
export function compactText(document, { step = null, lang = null } = {}) {
  const { source, values, output, wrt, rest } = document;
  return JSON.stringify({
    e: source,
    ...(Object.keys(values).length > 0 ? { v: values } : {}),
    ...(output === null ? {} : { out: output }),
    ...(wrt === null ? {} : { wrt }),
    ...Object.fromEntries(rest),
    ...(step === null ? {} : { step }),
    ...(lang === null ? {} : { lang }),
  });
}

/** @param {string} text @returns {{ link: Link, unknown: number } | null} null where it is no document;
 *   `unknown` counts what a newer version said that this one does not understand */
export function readCompact(text) {
  const found = parsed(text);
  if (found === null || typeof found.e !== "string") return null;
  const { e: source, v: values = {}, out = null, wrt = null, step = null, lang = null } = found;
  const others = Object.entries(found).filter(([key]) => !OWN.includes(key));
  const rest = others.filter(([key, text]) => FIELDS.includes(key) && typeof text === "string");
  /** @type {Document} */
  const document = { source, values: valuesIn(values), output: out, wrt, rest };
  const unknown = others.length - rest.length;
  return { link: { document, typed: {}, step: whole(step), lang }, unknown };
}

const OWN = ["e", "v", "out", "wrt", "step", "lang"];

/** @param {string} text @returns {Record<string, any> | null} */
function parsed(text) {
  try {
    const found = JSON.parse(text);
    return typeof found === "object" && !Array.isArray(found) ? found : null;
  } catch {
    return null;
  }
}

/** @param {unknown} values @returns {Record<string, Value>} */
function valuesIn(values) {
  return typeof values === "object" && values !== null && !Array.isArray(values)
    ? /** @type {Record<string, Value>} */ (values)
    : {};
}

/** @param {unknown} step */
function whole(step) {
  return typeof step === "number" && Number.isInteger(step) && step >= 0 ? step : null;
}
