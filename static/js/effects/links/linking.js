// Links in both forms: written by hand where they are short, packed where they are long.

/** @import { Document, Note } from "../../types.js" */
/** @import { Link } from "../../model/document/link.js" */
import { COMPACT, DAMAGED, readLink, writeLink } from "../../model/document/link.js";

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
  const compact = await longLinks().then(
    ({ packedLink }) => packedLink(document, view),
    () => readable,
  );
  const shorter = compact.length < readable.length ? compact : readable;
  return shorter.length <= LONGEST ? shorter : null;
}

/** @param {string} fragment @returns {Promise<Found>} */
export async function findLink(fragment) {
  const compact = COMPACT.exec(fragment);
  if (compact) return (await longLinks()).unpackedLink(Number(compact[1]), compact[2] ?? "");
  const link = readLink(fragment);
  if (link === null) return { link, note: fragment.includes("=") ? DAMAGED : null };
  return { link, note: isCut(fragment) ? DAMAGED : null };
}

/** Fetched later than the page: most links are short. */
export function longLinks() {
  return import("./long-links.js");
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
