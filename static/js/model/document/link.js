// The link is the document: the part after # in a form people can write by hand.
// Example: #e=(a+b)*(b+1)&a=2&b=1&step=9

/** @import { Document, Value } from "../../types.js" */
import { isValue } from "../numbers/values.js";

/** Fields that are not values; a value of such a name is written with `v.` before it. */
export const FIELDS = [
  ..."e out wrt mode step grain bp show hide lock quiz seed lang ui".split(" "),
  ..."role notation fold pin lesson".split(" "),
];
/** Some chat programs cut longer addresses. */
export const CUT = 2_000;
/** A fragment in the short form: its version, and what is packed; then perhaps the end of a sentence. */
export const COMPACT = /^#?v(\d+)\.([\w-]*)/;
/** What there is to say of a link that cannot be read.
 * @type {import("../../types.js").Note} */
export const DAMAGED = { key: "damaged", fields: {} };
const PREFIX = "v.";
/** A program with a comment or a block cannot have its lines joined by semicolons. */
const NEEDS_LINES = /#|:\s*$/m;

/** Half a letter, which no address can hold. */
const HALF = /\p{Surrogate}/gu;

/** A link read back; texts that are not plain numbers are still to be evaluated.
 * @typedef {{ document: Document, typed: Record<string, string>, step: number | null,
 *   lang: string | null }} Link */

/** @param {string} fragment with or without its # @returns {Link | null} null where there is no program in it */
export function readLink(fragment) {
  const pairs = pairsOf(fragment.replace(/^#/, ""));
  const field = new Map(pairs.filter(([key]) => FIELDS.includes(key)));
  const source = field.get("e");
  if (source === undefined) return null;
  const { values, typed } = valuesOf(pairs);
  const known = ["e", "out", "wrt", "step", "lang"];
  return {
    document: {
      source: linesOf(source),
      values,
      output: decode(field.get("out")) || null,
      wrt: decode(field.get("wrt"))?.split(",").filter(Boolean) ?? null,
      rest: pairs
        .filter(([key]) => FIELDS.includes(key) && !known.includes(key))
        .map(([key, text]) => [key, decode(text) ?? ""]),
    },
    typed,
    step: wholeNumber(field.get("step")),
    lang: decode(field.get("lang")),
  };
}

/** @param {string} fragment @returns {[string, string][]} keys decoded, values as they stand */
function pairsOf(fragment) {
  return fragment
    .split("&")
    .filter((pair) => pair.includes("="))
    .map((pair) => {
      const at = pair.indexOf("=");
      return [decode(pair.slice(0, at)) ?? "", pair.slice(at + 1)];
    });
}

/** @param {[string, string][]} pairs */
function valuesOf(pairs) {
  /** @type {Record<string, Value>} */
  const values = {};
  /** @type {Record<string, string>} */
  const typed = {};
  for (const [key, text] of pairs) {
    if (FIELDS.includes(key)) continue;
    const name = key.startsWith(PREFIX) ? key.slice(PREFIX.length) : key;
    const plain = decode(text) ?? "";
    const value = plainValue(plain);
    if (value === null) typed[name] = plain;
    else values[name] = value;
  }
  return { values, typed };
}

/** @param {string} text @returns {Value | null} */
function plainValue(text) {
  if (isValue(text)) return text;
  try {
    const value = JSON.parse(text);
    return typeof value !== "string" && isValue(value) ? value : null;
  } catch {
    return null; // 1/3, pi/4: the server says what they are
  }
}

/** @param {string} raw still percent-encoded, so that a typed semicolon (%3B) stays one */
function linesOf(raw) {
  const joined = /%0A/i.test(raw) ? [raw] : raw.split(";");
  return joined.map((line) => decode(line) ?? "").join("\n");
}

/** A plus stays a plus; a broken escape stays as it is. @param {string | undefined} text */
function decode(text) {
  if (text === undefined) return null;
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** @param {string | undefined} text */
function wholeNumber(text) {
  return text !== undefined && /^\d+$/.test(text) ? Number(text) : null;
}

/** @param {Document} document @param {{ step?: number | null, lang?: string | null }} [view] */
export function writeLink(document, { step = null, lang = null } = {}) {
  const fields = [
    ["e", sourceText(document.source)],
    ...Object.entries(document.values).map(([name, value]) => [keyOf(name), valueText(value)]),
    ...(document.output ? [["out", escaped(document.output)]] : []),
    ...(document.wrt ? [["wrt", escaped(document.wrt.join(","))]] : []),
    ...document.rest.map(([key, text]) => [key, escaped(text)]),
    ...(step === null ? [] : [["step", String(step)]]),
    ...(lang === null ? [] : [["lang", lang]]),
  ];
  return `#${fields.map(([key, text]) => `${key}=${text}`).join("&")}`;
}

/** @param {string} name */
function keyOf(name) {
  return FIELDS.includes(name) || name.startsWith(PREFIX) ? PREFIX + escaped(name) : escaped(name);
}

/** @param {Value} value */
function valueText(value) {
  return escaped(typeof value === "string" ? value : JSON.stringify(value));
}

/** @param {string} source */
function sourceText(source) {
  const lines = source.split("\n").map(escaped);
  return lines.join(NEEDS_LINES.test(source) ? "%0A" : ";");
}

/** Only what would end a field early, or not survive a chat window, is escaped. @param {string} text */
function escaped(text) {
  const whole = text.replace(HALF, "\ufffd");
  return encodeURIComponent(whole).replace(/%(2B|3D|2F|5B|5D|2C|3A|40|5E|7C)/g, (code) =>
    decodeURIComponent(code),
  );
}
