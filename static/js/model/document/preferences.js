// How a reader wants numbers, slopes and movement: kept in this browser only, never in a link.

/** @typedef {{ digits: number, notation: "partial" | "total" | "adjoint",
 *   motion: "system" | "reduced" | "full", labels: "number" | "symbol" | "both" | "none",
 *   shown: "values" | "names", output: string, sizes: Sizes }} Preferences */
/** @typedef {"left" | "right" | "drawer"} Region */
/** What a hand has made of each; null is its own size. @typedef {Record<Region, number | null>} Sizes */

export const DIGITS = [3, 4, 6, 10];
/** @type {Preferences["notation"][]} */
export const NOTATIONS = ["partial", "total", "adjoint"];
/** @type {Preferences["motion"][]} */
export const MOTIONS = ["system", "reduced", "full"];
/** What stands on an edge. @type {Preferences["labels"][]} */
export const LABELS = ["number", "symbol", "both", "none"];

/** What stands around the graph. @type {Region[]} */
export const REGIONS = ["left", "right", "drawer"];

/** Read wherever a number or a slope is written. @type {Preferences} */
export const preferences = {
  digits: 4,
  notation: "partial",
  motion: "system",
  labels: "number",
  shown: "values",
  output: "",
  sizes: { left: null, right: null, drawer: null },
};

const SLOPE =
  /∂(\((?:[^()]|\([^()]*\))*\)|[\p{L}\p{N}_@′#]+)\/∂(\((?:[^()]|\([^()]*\))*\)|[\p{L}\p{N}_@′#]+)/gu;
const BAR = "\u0305";

/** What was kept, as far as it makes sense. @param {any} kept */
export function prefer(kept) {
  preferences.digits = DIGITS.find((each) => each === kept?.digits) ?? 4;
  preferences.notation = NOTATIONS.find((each) => each === kept?.notation) ?? "partial";
  preferences.motion = MOTIONS.find((each) => each === kept?.motion) ?? "system";
  preferences.labels = LABELS.find((each) => each === kept?.labels) ?? "number";
  preferences.shown = kept?.shown === "names" ? "names" : "values";
  for (const each of REGIONS) preferences.sizes[each] = sizeIn(kept?.sizes?.[each]);
}

/** @param {unknown} kept */
function sizeIn(kept) {
  return typeof kept === "number" && kept > 0 ? kept : null;
}

/** A text with its slopes as the reader wants them: ∂e/∂b, de/db, or b̅ where the output's is meant.
 * @param {string} text */
export function notated(text) {
  const { notation, output } = preferences;
  if (notation === "total") return text.replaceAll("∂", "d");
  if (notation === "partial" || output === "") return text;
  return text.replace(SLOPE, (slope, of, by) => (of === output ? barred(by) : slope));
}

/** @param {string} name */
function barred(name) {
  const [, first = "", rest = ""] = /^([^_]+)(.*)$/u.exec(name) ?? [];
  return [...first].map((letter) => letter + BAR).join("") + rest;
}

/** Names without the numbers that were computed. */
export function namesOnly() {
  return preferences.shown === "names";
}

/** What stands on an edge after this. @returns {Preferences["labels"]} */
export function otherLabels() {
  return LABELS[(LABELS.indexOf(preferences.labels) + 1) % LABELS.length] ?? "number";
}

/** @param {boolean} system whether the system asks for little movement */
export function isStill(system) {
  return preferences.motion === "reduced" || (preferences.motion === "system" && system);
}
