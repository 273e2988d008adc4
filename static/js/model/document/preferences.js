// How a reader wants numbers, slopes and movement: kept in this browser only, never in a link.

/** @typedef {{ digits: number, notation: "partial" | "total" | "adjoint",
 *   motion: "system" | "reduced" | "full", output: string }} Preferences */

export const DIGITS = [3, 4, 6, 10];
/** @type {Preferences["notation"][]} */
export const NOTATIONS = ["partial", "total", "adjoint"];
/** @type {Preferences["motion"][]} */
export const MOTIONS = ["system", "reduced", "full"];

/** Read wherever a number or a slope is written. @type {Preferences} */
export const preferences = { digits: 4, notation: "partial", motion: "system", output: "" };

const SLOPE =
  /∂(\((?:[^()]|\([^()]*\))*\)|[\p{L}\p{N}_@′#]+)\/∂(\((?:[^()]|\([^()]*\))*\)|[\p{L}\p{N}_@′#]+)/gu;
const BAR = "\u0305";

/** What was kept, as far as it makes sense. @param {any} kept */
export function prefer(kept) {
  preferences.digits = DIGITS.find((each) => each === kept?.digits) ?? 4;
  preferences.notation = NOTATIONS.find((each) => each === kept?.notation) ?? "partial";
  preferences.motion = MOTIONS.find((each) => each === kept?.motion) ?? "system";
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

/** @param {boolean} system whether the system asks for little movement */
export function isStill(system) {
  return preferences.motion === "reduced" || (preferences.motion === "system" && system);
}
