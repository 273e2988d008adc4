// How long something has taken, as a clock writes it.

const SECOND = 1000;

/** @param {number} milliseconds */
export function clockText(milliseconds) {
  const seconds = Math.max(0, Math.floor(milliseconds / SECOND));
  const minutes = Math.floor(seconds / 60);
  const hours = Math.floor(minutes / 60);
  const parts = hours > 0 ? [hours, two(minutes % 60)] : [minutes];
  return [...parts, two(seconds % 60)].join(":");
}

/** @param {number} number */
function two(number) {
  return String(number).padStart(2, "0");
}
