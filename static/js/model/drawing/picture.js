// A picture of ours knows what it shows: the program as JSON, in SVG's metadata or PNG's text.

const SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
const KEYWORD = "chainlight";
const METADATA = /<metadata id="chainlight">([^<]*)<\/metadata>/;
/** @type {Record<string, string>} */
const ENTITIES = { "&lt;": "<", "&gt;": ">", "&quot;": '"', "&#39;": "'", "&amp;": "&" };

/** What any file of ours holds: a picture, or the program itself.
 * @param {Uint8Array} bytes @returns {string | null} */
export function stateOf(bytes) {
  if (SIGNATURE.every((byte, i) => bytes[i] === byte)) return stateOfPng(bytes);
  const text = new TextDecoder().decode(bytes);
  return text.trimStart().startsWith("<") ? stateOfSvg(text) : text;
}

/** @param {string} text @returns {string | null} */
export function stateOfSvg(text) {
  const kept = METADATA.exec(text)?.[1];
  return kept?.replace(/&(?:lt|gt|quot|#39|amp);/g, (name) => ENTITIES[name] ?? name) ?? null;
}

/** A PNG is a row of chunks: a length, four letters, the data, a checksum.
 * @param {Uint8Array} bytes @returns {string | null} */
export function stateOfPng(bytes) {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let at = SIGNATURE.length; at + 12 <= bytes.length; ) {
    const length = view.getUint32(at);
    const data = bytes.subarray(at + 8, at + 8 + length);
    const found = letters(bytes.subarray(at + 4, at + 8)) === "iTXt" ? textIn(data) : null;
    if (found !== null) return found;
    at += 12 + length;
  }
  return null;
}

/** Keyword, two flags, a language and a translation, each ended by a zero; then the text.
 * @param {Uint8Array} data */
function textIn(data) {
  const mark = `${KEYWORD}\0\0\0\0\0`;
  if (letters(data.subarray(0, mark.length)) !== mark) return null;
  return new TextDecoder().decode(data.subarray(mark.length));
}

/** @param {Uint8Array} bytes */
function letters(bytes) {
  return String.fromCharCode(...bytes);
}
