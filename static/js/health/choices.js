// What is chosen in the gradient-health lab: the fields of a sweep, kept in the address.

/** @typedef {{ depth: number, width: number, seeds: number, radius: number | null, clip: number | null,
 *   activation: string[], initializer: string[], normalization: string[], residual: string[],
 *   cell: string[] }} Choice */

/** Fields with several choices at once, each combination a line in the chart; the server says which
 * choices there are. @type {("activation" | "initializer" | "normalization" | "residual" | "cell")[]} */
export const CHIPS = ["activation", "initializer", "normalization", "residual", "cell"];

/** @typedef {{ field: "depth" | "width" | "radius" | "clip" | "seeds", min: number, max: number,
 *   step: number, open?: boolean }} Range */
/** Fields with one number; an open one may be left empty. @type {Range[]} */
export const NUMBERS = [
  { field: "depth", min: 1, max: 200, step: 1 },
  { field: "width", min: 2, max: 256, step: 1 },
  { field: "seeds", min: 0, max: 9999, step: 1 },
  { field: "radius", min: 0.05, max: 3, step: 0.05, open: true },
  { field: "clip", min: 0.001, max: 1e6, step: 0.1, open: true },
];

/** What one sees first: the same network with two activations. @type {Choice} */
export const FIRST = {
  depth: 30,
  width: 64,
  seeds: 0,
  radius: null,
  clip: null,
  activation: ["sigmoid", "relu"],
  initializer: ["he"],
  normalization: ["none"],
  residual: ["false"],
  cell: ["dense"],
};

/** The choice as the server wants it: what was left open is left out. @param {Choice} choice */
export function sweepOf(choice) {
  const residual = choice.residual.map((each) => each === "true");
  return { ...Object.fromEntries(filled(choice)), residual, seeds: [choice.seeds] };
}

/** One network of a sweep, to be asked about again. @param {Record<string, any>} setup as a row has it */
export function oneOf({ seed, ...setup }) {
  return { ...Object.fromEntries(filled(setup)), seeds: [seed] };
}

/** What was not left open. @param {Record<string, any>} fields */
function filled(fields) {
  return Object.entries(fields).filter(([, value]) => value !== null);
}

/** A choice can be taken back, but one of each stays. @param {string[]} chosen @param {string} one */
export function toggled(chosen, one) {
  const left = chosen.filter((each) => each !== one);
  if (left.length === chosen.length) return [...chosen, one];
  return left.length ? left : chosen;
}

/** With a change beside what is there, so that both can be compared.
 * @param {Choice} choice @param {Record<string, string | number | boolean>} change @returns {Choice} */
export function widened(choice, change) {
  const next = Object.entries(change).map(([field, value]) => {
    const now = choice[/** @type {keyof Choice} */ (field)];
    if (!Array.isArray(now)) return [field, value];
    return [field, now.includes(String(value)) ? now : [...now, String(value)]];
  });
  return { ...choice, ...Object.fromEntries(next) };
}

/** @param {Choice} choice */
export function writeChoice(choice) {
  const pairs = filled(choice).map(([field, value]) => `${field}=${[value].flat().join(",")}`);
  return `#${pairs.join("&")}`;
}

/** Numbers outside their range are drawn in; names that the server lacks it will refuse.
 * @param {string} fragment @returns {Choice} */
export function readChoice(fragment) {
  const given = new URLSearchParams(fragment.replace(/^#/, ""));
  const numbers = NUMBERS.filter(
    ({ field }) => given.get(field) && !Number.isNaN(Number(given.get(field))),
  ).map(({ field, min, max }) => [field, Math.min(max, Math.max(min, Number(given.get(field))))]);
  const chips = CHIPS.map((field) => [
    field,
    [...new Set(given.get(field)?.split(",").filter(Boolean))],
  ]).filter(([, chosen]) => chosen?.length);
  return { ...FIRST, ...Object.fromEntries([...numbers, ...chips]) };
}
