// What is being trained here: the program made of the words, how far its run is, what was seen of it.

/** @import { Language, Value, Words } from "../types.js" */
/** @import { Choice } from "./choices.js" */
/** @import { Course } from "./course.js" */
/** @import { Made, Seen } from "./looking.js" */
/** @import { Progress } from "./running.js" */
import { saveFile } from "../effects/files/files.js";
import { linkTo } from "../effects/links/linking.js";
import { reasonOf } from "../effects/server/reason.js";
import { post } from "../effects/server/server.js";
import { show } from "../model/numbers/numbers.js";
import { modelOf, walkOf } from "./choices.js";
import { finished, fresh, rewound, stepped } from "./course.js";
import { documentBefore } from "./explained.js";
import { lookAt } from "./looking.js";
import { runner } from "./running.js";

/** @typedef {{ name: string, content: string }} Sent a file as it is sent */
/** `files` are a person's own; `link` leads to the last step in the workspace.
 * @typedef {{ made: Made | null, course: Course, seen: Seen | null, link: string | null,
 *   files: Sent[] | null, running: boolean }} Stand */
/** @typedef {{ changed: () => void, moved: () => void, tell: (text: string) => void,
 *   share: (share: number) => void, spoken: () => { words: Words, language: Language } }} Ears */

const REST = 1_000; // milliseconds between two looks at a model that learns
const STOPPED_EARLY = ["goal", "patience"];

/** @param {Ears} ears `changed` after each slice, `moved` after each step that is told */
export function sessionOf(ears) {
  const runs = runner();
  /** @type {Stand} */
  let stand = {
    made: null,
    course: fresh(),
    seen: null,
    link: null,
    files: null,
    running: false,
  };
  let asked = 0;
  let looked = 0;
  /** What an earlier run still tells is nobody's business. */
  let generation = 0;

  return {
    get stand() {
      return { ...stand, running: runs.running };
    },
    pause: () => runs.pause(),
    make,
    rewind,
    walk,
    look,
    save,
    trying,
  };

  /** The program that the words mean, with its examples and its first weights; where it cannot be
   * made all stays as it was. @param {Choice} choice @param {Sent[] | null} files
   * @param {boolean} [anew] no curve of what was trained before stays */
  async function make(choice, files, anew = false) {
    const mine = ++asked;
    const { language } = ears.spoken();
    const body = { ...modelOf(choice), ...(files ? { files } : {}) };
    const made = await trying(() => post("train/model", body, { language }));
    if (mine !== asked || !made) return false;
    stand = { ...stand, made, files };
    rewind();
    if (anew) stand.course = fresh();
    await look();
    ears.changed();
    return true;
  }

  function rewind() {
    runs.pause();
    generation += 1;
    stand = { ...stand, course: rewound(stand.course), seen: null, link: null };
    ears.tell("");
    ears.share(0);
  }

  /** @param {Choice} choice @param {number} count @param {object} [more] */
  async function walk(choice, count, more) {
    if (!stand.made) return;
    const { source, values, parameters, data } = stand.made;
    const body = { source, values, parameters, data, ...walkOf(choice), ...more };
    const mine = generation;
    const ear = earOf(mine, stand.course.steps, count);
    const walking = runs.run(body, stand.course.state, count, ears.spoken().language, ear);
    ears.changed();
    const whole = await trying(async () => (await walking) ?? true);
    if (mine === generation && whole) ears.tell(ending(ear.last));
    await look();
    ears.share(0);
    ears.changed();
  }

  /** @param {number} mine @param {number} first @param {number} count */
  function earOf(mine, first, count) {
    const current = () => mine === generation;
    const ear = {
      /** @type {import("./running.js").Done | null} */
      last: null,
      /** @param {import("./running.js").Step} told */
      step(told) {
        if (!current()) return;
        stand.course = stepped(stand.course, told);
        ears.share((told.step - first) / count);
        ears.moved();
      },
      /** @param {Progress} progress */
      progress(progress) {
        if (current()) ears.tell(going(progress));
      },
      /** @param {import("./running.js").Done} done */
      async done(done) {
        if (!current()) return;
        ear.last = done;
        stand.course = finished(stand.course, done);
        stand.link = await explanation();
        if (Date.now() - looked > REST) await look();
        ears.changed();
      },
      gone: () => ears.tell(ears.spoken().words("train.gone")),
      back: () => ears.tell(ears.spoken().words("train.back")),
    };
    return ear;
  }

  /** @param {Progress} progress */
  function going({ step, steps_per_second: rate, seconds_left: left }) {
    const { words } = ears.spoken();
    const loss = show(stand.course.loss ?? undefined);
    const text = words("train.going", { n: step, loss, rate: show(rate) });
    return left === null ? text : `${text}${words("train.left", { s: Math.ceil(left) })}`;
  }

  /** @param {import("./running.js").Done | null} done */
  function ending(done) {
    if (done === null) return "";
    if (done.diverged) return done.diverged.message;
    const { words } = ears.spoken();
    const text = words("train.stands", { n: done.steps, loss: show(done.loss) });
    return STOPPED_EARLY.includes(done.end) ? `${text} ${words(`train.end.${done.end}`)}` : text;
  }

  /** How often the model is right, and its map. */
  async function look() {
    const now = stand.made;
    looked = Date.now();
    const { language } = ears.spoken();
    const found = now && (await trying(() => lookAt(now, stand.course.parameters, language)));
    if (found && now === stand.made) stand.seen = found;
  }

  /** A link to the workspace as it was before the last step: the gradients there are those of the step. */
  async function explanation() {
    if (!stand.made) return null;
    const fragment = await linkTo(documentBefore(stand.made, stand.course), {});
    return fragment === null ? null : `../${fragment}`;
  }

  /** The same as a file, where it is too long for a link. */
  function save() {
    if (!stand.made) return;
    saveFile(documentBefore(stand.made, stand.course), 0);
    ears.tell(ears.spoken().words("train.saved"));
  }

  /** What the server refuses is said; without a server, that is said. @template T
   * @param {() => Promise<T>} work @returns {Promise<T | null>} */
  async function trying(work) {
    try {
      return await work();
    } catch (error) {
      ears.tell(reasonOf(error, ears.spoken().words, "train.gone"));
      return null;
    }
  }
}

/** Steps until every example was seen once. @param {Made | null} made @param {number | null} batch */
export function epochOf(made, batch) {
  const rows = Object.values(made?.data ?? {})[0]?.length ?? 1;
  return Math.ceil(rows / Math.min(batch ?? rows, rows));
}

/** All weights by name: as they are after the last step, or as they began. @param {Stand} stand
 * @returns {Record<string, Value>} */
export function parametersOf({ made, course }) {
  const names = made?.parameters ?? [];
  return Object.fromEntries(
    names.map((name) => [name, course.parameters[name] ?? made?.values[name] ?? 0]),
  );
}
