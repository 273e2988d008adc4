// Links in both forms: written by hand where they are short, packed where they are long.

/** @import { Document, Note } from "../types.js" */
/** @import { Link } from "../model/document/link.js" */
import { COMPACT, VERSION, compactText, readCompact } from "../model/document/compact.js";
import { readLink, writeLink } from "../model/document/link.js";
import { packed, unpacked } from "./packing.js";

/** Up to here a link can be read, and typed. */
const READABLE = 200;
/** Beyond this no address is made: a file serves better. */
const LONGEST = 16_000;

/** What a fragment says, and what there is to say about it.
 * @typedef {{ link: Link | null, note: Note | null }} Found */

/** @param {Document} document @param {{ step?: number | null, lang?: string | null }} [view]
 * @returns {string | Promise<string | null>} at once where it is short; null where it is too long */
export function linkTo(document, view) {
  const readable = writeLink(document, view);
  return readable.length <= READABLE ? readable : compactLink(document, view, readable);
}

/** @param {Document} document @param {{ step?: number | null, lang?: string | null } | undefined} view
 * @param {string} readable */
async function compactLink(document, view, readable) {
  const compact = `#v${VERSION}.${await packed(compactText(document, view))}`;
  const shorter = compact.length < readable.length ? compact : readable;
  return shorter.length <= LONGEST ? shorter : null;
}

/** @param {string} fragment @returns {Promise<Found>} */
export async function findLink(fragment) {
  const compact = COMPACT.exec(fragment);
  if (compact) return findCompact(Number(compact[1]), compact[2] ?? "");
  const link = readLink(fragment);
  if (link === null) return { link, note: fragment.includes("=") ? DAMAGED : null };
  return { link, note: isCut(fragment) ? DAMAGED : null };
}

/** @param {number} version @param {string} code @returns {Promise<Found>} */
async function findCompact(version, code) {
  const text = await unpacked(code);
  const found = text === null ? null : readCompact(text);
  if (found) return { link: found.link, note: found.unknown > 0 ? newer(found.unknown) : null };
  return { link: null, note: version > VERSION ? { key: "newerForm", fields: {} } : DAMAGED };
}

/** @type {Note} */
const DAMAGED = { key: "damaged", fields: {} };

/** @param {number} k @returns {Note} */
function newer(k) {
  return { key: "newer", fields: { k } };
}

/** An escape that was cut in the middle. @param {string} fragment */
function isCut(fragment) {
  try {
    decodeURIComponent(fragment);
    return false;
  } catch {
    return /%[0-9a-f]?$/i.test(fragment) || /(%[0-9a-f]{2})+$/i.test(fragment);
  }
}
