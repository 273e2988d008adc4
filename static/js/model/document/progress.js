// What has been answered so far, and the same as a table that a student can hand in.

/** @import { Given, Progress } from "../../lesson/types.js" */

const COLUMNS = /** @type {const} */ ([
  "lesson",
  "block",
  "prompt",
  "answer",
  "correct",
  "sure",
  "code",
  "tries",
]);

/** @param {Progress} progress @param {Omit<Given, "tries">} given @returns {Progress} */
export function answered(progress, given) {
  const before = progress[given.lesson] ?? {};
  const tries = (before[given.block]?.tries ?? 0) + 1;
  return { ...progress, [given.lesson]: { ...before, [given.block]: { ...given, tries } } };
}

/** How many questions of a lesson have their right answer. @param {Progress} progress @param {string} lesson */
export function rightIn(progress, lesson) {
  return Object.values(progress[lesson] ?? {}).filter(({ correct }) => correct).length;
}

/** Comma-separated values, as spreadsheets read them. @param {Progress} progress @param {string} lesson */
export function tableOf(progress, lesson) {
  const rows = Object.values(progress[lesson] ?? {}).map((given) =>
    COLUMNS.map((name) => cell(given[name])),
  );
  return [COLUMNS.join(","), ...rows.map((row) => row.join(","))].join("\r\n");
}

/** Quoted where it must be; what a spreadsheet would run as a formula begins with an apostrophe.
 * @param {string | number | boolean} value */
function cell(value) {
  const text = /^[=+@\t\r]|^-[^\d]/.test(String(value)) ? `'${value}` : String(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
