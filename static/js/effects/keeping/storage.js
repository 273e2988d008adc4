// What stays in this browser: the last programs, and how the page should look. Nothing leaves it.

/** @import { Document } from "../../types.js" */
import { writeLink } from "../../model/document/link.js";

const PREFIX = "chainlight.";
const VERSIONS = 5;

const lasting = () => localStorage;
const ofTab = () => sessionStorage;

/** Storage may be full or forbidden: the page works without it.
 * @template T @param {() => T} act @param {T} otherwise */
function tried(act, otherwise) {
  try {
    return act();
  } catch {
    return otherwise;
  }
}

/** @param {() => Storage} store @param {string} key @returns {any} */
function read(store, key) {
  return tried(() => JSON.parse(store().getItem(PREFIX + key) ?? "null"), null);
}

/** @param {() => Storage} store @param {string} key @param {unknown} value */
function write(store, key, value) {
  return tried(() => {
    store().setItem(PREFIX + key, JSON.stringify(value));
    return true;
  }, false);
}

/** @param {string} key @returns {any} null where there is nothing, or nothing readable */
export function recall(key) {
  return read(lasting, key);
}

/** @param {string} key @param {unknown} value @returns {boolean} whether there was room */
export function keep(key, value) {
  return write(lasting, key, value);
}

/** What only this tab remembers, over a reload. @param {string} key @returns {any} */
export function recallHere(key) {
  return read(ofTab, key);
}

/** @param {string} key @param {unknown} value */
export function keepHere(key, value) {
  write(ofTab, key, value);
}

/** @param {string} key */
export function forgetHere(key) {
  tried(() => ofTab().removeItem(PREFIX + key), undefined);
}

/** Everything, here and in this tab. */
export function forgetAll() {
  for (const store of [lasting, ofTab]) tried(() => forgetIn(store()), undefined);
}

/** @param {Storage} store */
function forgetIn(store) {
  for (const key of Object.keys(store)) if (key.startsWith(PREFIX)) store.removeItem(key);
}

/** The last five programs, newest first. What this page kept before of the same work makes room; what
 * another tab has kept meanwhile does not. Where there is little room, fewer are kept.
 * @param {Document} document @param {Document | null} before */
export function keepVersion(document, before) {
  const known = [document, ...(before ? [before] : [])].map((each) => writeLink(each));
  const others = keptVersions().filter((each) => !known.includes(writeLink(each)));
  for (let most = VERSIONS; most > 0; most -= 1)
    if (keep("versions", [document, ...others].slice(0, most))) return;
}

/** @returns {Document[]} */
export function keptVersions() {
  const versions = recall("versions");
  if (!Array.isArray(versions)) return [];
  return versions.filter((each) => typeof each?.source === "string" && isObject(each.values));
}

/** @param {unknown} value */
function isObject(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
