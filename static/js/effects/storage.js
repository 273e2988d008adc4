// What stays in this browser: the last programs, and how the page should look. Nothing leaves it.

/** @import { Document } from "../types.js" */
import { writeLink } from "../model/document/link.js";

const PREFIX = "chainlight.";
const VERSIONS = 5;

/** @param {string} key @returns {any} null where there is nothing, or nothing readable */
export function recall(key) {
  try {
    return JSON.parse(localStorage.getItem(PREFIX + key) ?? "null");
  } catch {
    return null;
  }
}

/** @param {string} key @param {unknown} value @returns {boolean} whether there was room */
export function keep(key, value) {
  try {
    localStorage.setItem(PREFIX + key, JSON.stringify(value));
    return true;
  } catch {
    return false; // storage is full or forbidden: the page works without it
  }
}

/** What only this tab remembers, over a reload. @param {string} key @returns {any} */
export function recallHere(key) {
  try {
    return JSON.parse(sessionStorage.getItem(PREFIX + key) ?? "null");
  } catch {
    return null;
  }
}

/** @param {string} key @param {unknown} value */
export function keepHere(key, value) {
  try {
    sessionStorage.setItem(PREFIX + key, JSON.stringify(value));
  } catch {
    // too large for the browser: after a reload there is nothing to take back
  }
}

/** @param {string} key */
export function forgetHere(key) {
  try {
    sessionStorage.removeItem(PREFIX + key);
  } catch {
    // forbidden: then nothing was kept either
  }
}

/** Everything, here and in this tab. */
export function forgetAll() {
  for (const store of [() => localStorage, () => sessionStorage]) forgetIn(store);
}

/** @param {() => Storage} store */
function forgetIn(store) {
  try {
    const ours = Object.keys(store()).filter((key) => key.startsWith(PREFIX));
    for (const key of ours) store().removeItem(key);
  } catch {
    // forbidden: then nothing was kept either
  }
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
