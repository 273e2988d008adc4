// The short form of a long link: the same document as JSON, for packing. Version 1 of it.

/** @import { Document, Value } from "../../types.js" */
/** @import { Link } from "./link.js" */
import { isValue } from "../numbers/values.js";
import { FIELDS } from "./link.js";

export const VERSION = 1;

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
  const { e: source, out = null, wrt = null, step = null, lang = null } = found;
  const { values, typed } = valuesIn(found.v);
  const others = Object.entries(found).filter(([key]) => !OWN.includes(key));
  const rest = others.filter(([key, text]) => FIELDS.includes(key) && isText(text));
  const names = Array.isArray(wrt) && wrt.every(isText) ? wrt : null;
  /** @type {Document} */
  const document = { source, values, output: textOf(out), wrt: names, rest };
  const strange = [textOf(out) !== out, names !== wrt, textOf(lang) !== lang].filter(Boolean);
  const unknown = others.length - rest.length + strange.length;
  return { link: { document, typed, step: whole(step), lang: textOf(lang) }, unknown };
}

const OWN = ["e", "v", "out", "wrt", "step", "lang"];

/** @param {unknown} text @returns {text is string} */
function isText(text) {
  return typeof text === "string";
}

/** @param {unknown} text */
function textOf(text) {
  return isText(text) ? text : null;
}

/** @param {string} text @returns {Record<string, any> | null} */
function parsed(text) {
  try {
    const found = JSON.parse(text);
    return typeof found === "object" && !Array.isArray(found) ? found : null;
  } catch {
    return null;
  }
}

/** What is no value stays as it was typed; it is asked what it means.
 * @param {unknown} all @returns {{ values: Record<string, Value>, typed: Record<string, string> }} */
function valuesIn(all) {
  /** @type {Record<string, Value>} */
  const values = {};
  /** @type {Record<string, string>} */
  const typed = {};
  for (const [name, value] of Object.entries(all ?? {}))
    if (isValue(value)) values[name] = value;
    else typed[name] = isText(value) ? value : JSON.stringify(value);
  return { values, typed };
}

/** @param {unknown} step */
function whole(step) {
  return typeof step === "number" && Number.isInteger(step) && step >= 0 ? step : null;
}
