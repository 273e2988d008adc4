// Links that are packed, because by hand they would be long.

/** @import { Document, Note } from "../../types.js" */
/** @import { Found } from "./linking.js" */
import { VERSION, compactText, readCompact } from "../../model/document/compact.js";
import { DAMAGED } from "../../model/document/link.js";
import { packed, unpacked } from "./packing.js";

/** @param {Document} document @param {{ step?: number | null, lang?: string | null } | undefined} view */
export async function packedLink(document, view) {
  return `#v${VERSION}.${await packed(compactText(document, view))}`;
}

/** What such a link says. @param {number} version @param {string} code @returns {Promise<Found>} */
export async function unpackedLink(version, code) {
  const text = await unpacked(code);
  const found = text === null ? null : readCompact(text);
  if (found) return { link: found.link, note: found.unknown > 0 ? newer(found.unknown) : null };
  return { link: null, note: version > VERSION ? { key: "newerForm", fields: {} } : DAMAGED };
}

/** @param {number} k @returns {Note} */
function newer(k) {
  return { key: "newer", fields: { k } };
}
