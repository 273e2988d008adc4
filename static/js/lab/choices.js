// What is chosen in the training lab, kept in the address; the server says what there is to choose.

/** `settings` are those of the optimiser and of the schedule that are not as usual:
 * `optimizer.momentum`, `schedule.factor`.
 * @typedef {{ model: string, data: string, widths: string, activation: string, initializer: string,
 *   optimizer: string, schedule: string, rate: number | null, batch: number | null, steps: number,
 *   seed: number, gain: number | null, l2: number | null, examples: number | null,
 *   noise: number | null, l1: number | null, decay: number | null, clip: number | null,
 *   clip_value: number | null, patience: number | null, goal: number | null,
 *   settings: Record<string, number> }} Choice */
/** @typedef {Exclude<keyof Choice, "settings">} Field */

/** @typedef {{ name: string, words: { en: string, zh: string }, settings?: Record<string, number>,
 *   widths?: number[] | null, data?: string | null, here?: boolean }} Part */
/** @typedef {{ models: Part[], data_sets: Part[], optimizers: Part[], schedules: Part[],
 *   initializers: Part[], activations: string[] }} Parts */

/** Fields with a list to pick from, and where the list is.
 * @type {Partial<Record<Field, keyof Parts>>} */
export const LISTS = {
  model: "models",
  data: "data_sets",
  activation: "activations",
  initializer: "initializers",
  optimizer: "optimizers",
  schedule: "schedules",
};

/** An open number may be left empty. @typedef {{ min: number, max: number, whole?: boolean, open?: boolean }} Bounds */

/** Fields with one number. @type {Partial<Record<Field, Bounds>>} */
export const NUMBERS = {
  rate: { min: 0, max: 1e3, open: true },
  batch: { min: 1, max: 1e5, whole: true, open: true },
  steps: { min: 1, max: 1e6, whole: true },
  seed: { min: 0, max: 1e6, whole: true },
  gain: { min: 0, max: 1e3, open: true },
  l2: { min: 0, max: 1e3, open: true },
  examples: { min: 1, max: 1e5, whole: true, open: true },
  noise: { min: 0, max: 1e3, open: true },
  l1: { min: 0, max: 1e3, open: true },
  decay: { min: 0, max: 1e3, open: true },
  clip: { min: 1e-6, max: 1e6, open: true },
  clip_value: { min: 1e-6, max: 1e6, open: true },
  patience: { min: 1, max: 1e6, whole: true, open: true },
  goal: { min: -1e6, max: 1e6, open: true },
};

/** What one sees first: the worked example. @type {Choice} */
export const FIRST = {
  model: "2-2-2",
  data: "",
  widths: "",
  activation: "tanh",
  initializer: "xavier",
  optimizer: "sgd",
  schedule: "constant",
  rate: 0.5,
  batch: null,
  steps: 1000,
  seed: 0,
  gain: null,
  l2: null,
  examples: null,
  noise: null,
  l1: null,
  decay: null,
  clip: null,
  clip_value: null,
  patience: null,
  goal: null,
  settings: {},
};

/** What follows from a change: a model brings its own data, an optimiser its own rate, and a
 * gradient is clipped in one way.
 * @type {Record<string, (next: Choice, parts: Parts | null) => Partial<Choice>>} */
const FOLLOWS = {
  model(next, parts) {
    const row = parts?.models.find(({ name }) => name === next.model);
    const widths = row?.widths?.join(",") ?? "";
    return { data: row?.data ?? "", widths, examples: null, noise: null };
  },
  data: () => ({ examples: null, noise: null }),
  optimizer(next, parts) {
    const row = parts?.optimizers.find(({ name }) => name === next.optimizer);
    const rate = row?.settings?.learning_rate ?? null;
    return { rate, settings: without(next.settings, "optimizer") };
  },
  schedule: ({ settings }) => ({ settings: without(settings, "schedule") }),
  clip: () => ({ clip_value: null }),
  clip_value: () => ({ clip: null }),
};

/** @param {Choice} choice @param {Partial<Choice>} change @param {Parts | null} parts @returns {Choice} */
export function changed(choice, change, parts) {
  let next = { ...choice, ...change };
  for (const field of Object.keys(change)) next = { ...next, ...FOLLOWS[field]?.(next, parts) };
  return next;
}

/** @param {Record<string, number>} settings @param {string} of */
function without(settings, of) {
  return Object.fromEntries(Object.entries(settings).filter(([key]) => !key.startsWith(`${of}.`)));
}

/** The settings of one row by their own names. @param {Choice} choice @param {string} of */
function settingsOf({ settings }, of) {
  return Object.fromEntries(
    Object.entries(settings).flatMap(([key, value]) =>
      key.startsWith(`${of}.`) ? [[key.slice(of.length + 1), value]] : [],
    ),
  );
}

/** What decides about the program and its examples; the rest only about the walk. @param {Choice} choice */
export function modelOf(choice) {
  const { model, data, activation, initializer, seed, gain, examples, noise } = choice;
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
    ...chosen({ gain, examples, noise }),
  };
}

/** @param {Choice} choice */
export function walkOf(choice) {
  const { optimizer, schedule, rate, batch, seed, clip, clip_value, l1, decay } = choice;
  const { patience, goal } = choice;
  const course = { name: schedule, ...settingsOf(choice, "schedule") };
  return {
    optimizer: {
      name: optimizer,
      ...chosen({ learning_rate: rate }),
      ...settingsOf(choice, "optimizer"),
      ...(schedule === FIRST.schedule ? {} : { schedule: course }),
    },
    seed,
    ...chosen({ batch_size: batch, patience, goal }),
    ...(clip === null && clip_value === null
      ? {}
      : { clip: chosen({ norm: clip, value: clip_value }) }),
    ...(l1 === null && decay === null ? {} : { decay: chosen({ l1, l2: decay }) }),
  };
}

/** What was not left open. @param {Record<string, number | null>} fields */
function chosen(fields) {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null));
}

/** @param {Choice} choice */
export function writeChoice({ settings, ...fields }) {
  const pairs = Object.entries({ ...fields, ...settings }).filter(
    ([field, value]) =>
      value !== null && value !== "" && (field !== "schedule" || value !== FIRST.schedule),
  );
  return `#${pairs.map(([field, value]) => `${field}=${value}`).join("&")}`;
}

/** @param {string} fragment @returns {Choice} */
export function readChoice(fragment) {
  const given = new URLSearchParams(fragment.replace(/^#/, ""));
  if (!given.get("model")) return FIRST;
  const texts = [...Object.keys(LISTS), "widths"].map((field) => [
    field,
    given.get(field) ?? FIRST[/** @type {Field} */ (field)],
  ]);
  const numbers = Object.entries(NUMBERS).map(([field, bounds]) => {
    const found = within(given.get(field) ?? "", bounds);
    return [field, found ?? (bounds.open ? null : FIRST[/** @type {Field} */ (field)])];
  });
  const settings = [...given].flatMap(([key, text]) => {
    const value = within(text, SETTING);
    return /^(optimizer|schedule)\.\w+$/.test(key) && value !== null ? [[key, value]] : [];
  });
  return {
    ...Object.fromEntries([...texts, ...numbers]),
    settings: Object.fromEntries(settings),
  };
}

/** @type {Bounds} */
export const SETTING = { min: 0, max: 1e6, open: true };

/** A number as it may be; null where there is none. @param {string} text @param {Bounds} bounds */
export function within(text, { min, max, whole }) {
  const number = Number(text);
  if (text.trim() === "" || Number.isNaN(number)) return null;
  const inside = Math.min(max, Math.max(min, number));
  return whole ? Math.round(inside) : inside;
}
