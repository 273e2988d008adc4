// What is chosen in the training lab, kept in the address; the server says what there is to choose.

/** @typedef {{ model: string, data: string, widths: string, activation: string, initializer: string,
 *   optimizer: string, rate: number | null, batch: number | null, steps: number, seed: number,
 *   l2: number | null, clip: number | null }} Choice */

/** @typedef {{ name: string, words: { en: string, zh: string }, settings?: Record<string, number>,
 *   widths?: number[] | null, data?: string | null, here?: boolean }} Part */
/** @typedef {{ models: Part[], data_sets: Part[], optimizers: Part[], schedules: Part[],
 *   initializers: Part[], activations: string[] }} Parts */

/** Fields with a list to pick from, and where the list is.
 * @type {{ field: "model" | "data" | "activation" | "initializer" | "optimizer", list: keyof Parts }[]} */
export const LISTS = [
  { field: "model", list: "models" },
  { field: "data", list: "data_sets" },
  { field: "activation", list: "activations" },
  { field: "initializer", list: "initializers" },
  { field: "optimizer", list: "optimizers" },
];

/** Fields with one number; an open one may be left empty.
 * @type {{ field: "rate" | "batch" | "steps" | "seed" | "l2" | "clip", min: number, max: number,
 *   whole?: boolean, open?: boolean }[]} */
export const NUMBERS = [
  { field: "rate", min: 0, max: 1e3, open: true },
  { field: "batch", min: 1, max: 1e5, whole: true, open: true },
  { field: "steps", min: 1, max: 1e6, whole: true },
  { field: "seed", min: 0, max: 1e6, whole: true },
  { field: "l2", min: 0, max: 1e3, open: true },
  { field: "clip", min: 1e-6, max: 1e6, open: true },
];

/** What one sees first: the worked example. @type {Choice} */
export const FIRST = {
  model: "2-2-2",
  data: "",
  widths: "",
  activation: "tanh",
  initializer: "xavier",
  optimizer: "sgd",
  rate: 0.5,
  batch: null,
  steps: 1000,
  seed: 0,
  l2: null,
  clip: null,
};

/** A change, and what follows from it: a model brings its own data, an optimiser its own rate.
 * @param {Choice} choice @param {Partial<Choice>} change @param {Parts | null} parts @returns {Choice} */
export function changed(choice, change, parts) {
  const next = { ...choice, ...change };
  if (change.model !== undefined) {
    const row = parts?.models.find(({ name }) => name === change.model);
    next.data = row?.data ?? "";
    next.widths = row?.widths?.join(",") ?? "";
  }
  if (change.optimizer !== undefined) {
    const row = parts?.optimizers.find(({ name }) => name === change.optimizer);
    next.rate = row?.settings?.learning_rate ?? null;
  }
  return next;
}

/** What decides about the program and its examples; the rest only about the walk. @param {Choice} choice */
export function modelOf(choice) {
  const { model, data, activation, initializer, seed } = choice;
  const widths = choice.widths
    .split(",")
    .map(Number)
    .filter((width) => width > 0);
  return {
    model,
    activation,
    initializer,
    seed,
    ...(data ? { data } : {}),
    ...(widths.length ? { widths } : {}),
    ...(choice.l2 ? { l2: choice.l2 } : {}),
  };
}

/** @param {Choice} choice */
export function walkOf({ optimizer, rate, batch, seed, clip }) {
  return {
    optimizer: { name: optimizer, ...(rate === null ? {} : { learning_rate: rate }) },
    seed,
    ...(batch === null ? {} : { batch_size: batch }),
    ...(clip === null ? {} : { clip }),
  };
}

/** @param {Choice} choice */
export function writeChoice(choice) {
  const pairs = Object.entries(choice).filter(([, value]) => value !== null && value !== "");
  return `#${pairs.map(([field, value]) => `${field}=${value}`).join("&")}`;
}

/** @param {string} fragment @returns {Choice} */
export function readChoice(fragment) {
  const given = new URLSearchParams(fragment.replace(/^#/, ""));
  if (!given.get("model")) return FIRST;
  const texts = [...LISTS.map(({ field }) => field), "widths"].map((field) => [
    field,
    given.get(field) ?? FIRST[/** @type {keyof Choice} */ (field)],
  ]);
  const numbers = NUMBERS.map(({ field, min, max, whole, open }) => {
    const number = Number(given.get(field) ?? Number.NaN);
    if (!given.get(field) || Number.isNaN(number)) return [field, open ? null : FIRST[field]];
    const inside = Math.min(max, Math.max(min, number));
    return [field, whole ? Math.round(inside) : inside];
  });
  return Object.fromEntries([...texts, ...numbers]);
}
