// From the text to the screen: read it, trace it, lay it out, show it. The newest question wins.

/** @import { Room } from "../model/fit.js" */
/** @import { Store } from "../store.js" */
/** @import { Answer, Diagnostic, Document, Input, PlacedIn, Reading, Selection, Trace } from "../types.js" */
import { sameDrawing, valuesFor, withNewDefaults } from "../model/document.js";
import { reshaped } from "../model/fit.js";
import { modeOf, movingOf, sweepsOf } from "../model/mode.js";
import { rankOf } from "../model/numbers.js";
import { opened } from "../model/playback.js";
import { sidesOf } from "../model/sides.js";
import { layout } from "./layout.js";
import { newestWins } from "./newest.js";
import { Gone, Problem, alive, post } from "./server.js";

/** One question: the document as it was, in one language.
 * @typedef {{ document: Document, language: import("../types.js").Language,
 *   asked: number, step: number | null }} Job */

/** How long a faulty line may stand before it is complained about. */
const PATIENCE = 400;
const RETRY = { first: 800, longest: 8000 };
/** Notices, not faults: the program still means something. */
const NOTICES = new Set(["converted-symbol", "unused-value"]);

/** @typedef {ReturnType<typeof sessionOf>} Session */

/** @param {Store} store @param {() => Room} room the canvas the graph is drawn on */
export function sessionOf(store, room) {
  const jobs = newestWins(run, (running, next) => running.document.source !== next.document.source);
  /** @type {Job | null} */
  let latest = null;
  /** @type {{ key: string, reading: Reading } | null} */
  let known = null;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let complaint;
  /** @type {Input[]} of the last program that could be read */
  let inputs = [];
  let retrying = false;

  /** @param {Document} document @param {number | null} [step] where to open it; else where it was */
  function show(document, step = null) {
    clearTimeout(complaint);
    latest = {
      document,
      language: store.state.language,
      asked: performance.now(),
      step,
    };
    store.update({ document, ready: false });
    jobs.submit(latest);
  }

  /** @param {Job} job @param {AbortSignal} signal */
  async function run(job, signal) {
    try {
      await answer(job, signal);
    } catch (error) {
      if (!signal.aborted) failed(job, error);
    }
  }

  /** @param {Job} job @param {unknown} error */
  function failed(job, error) {
    if (error instanceof Problem) complain(job, [error.diagnostic]);
    else if (error instanceof Gone) wait();
    else throw error;
  }

  /** @param {Job} job @param {AbortSignal} signal */
  async function answer(job, signal) {
    const reading = await read(job, signal);
    const faults = reading.diagnostics.filter((each) => !NOTICES.has(each.code));
    if (faults.length > 0 || reading.graph.output === null) return complain(job, faults);
    const document = settled(job.document, reading);
    const trace = await post("trace", question(document, reading), {
      language: job.language,
      signal,
    });
    publish({ ...job, document }, reading, trace, await place(trace));
  }

  /** The text is read again only when it, its output, its tensors or the language has changed.
   * @param {Job} job @param {AbortSignal} signal @returns {Promise<Reading>} */
  async function read({ document, language }, signal) {
    const values = tensorsOf(document);
    const body = { source: document.source, values, tolerant: true, ...outputOf(document) };
    const key = JSON.stringify([body, language]);
    if (known?.key === key) return known.reading;
    const reading = await post("graph", body, { language, signal });
    known = { key, reading };
    return reading;
  }

  /** The places stay while the drawing and the shape of its room do.
   * @param {Trace} trace @returns {Promise<PlacedIn>} */
  async function place({ graph }) {
    const now = room();
    const drawn = store.state.answer;
    const same = drawn && sameDrawing(drawn.trace.graph, graph);
    return same && !reshaped(drawn.placed.room, now) ? drawn.placed : layout(graph, now);
  }

  /** @param {Job} job @param {Reading} reading @param {Trace} trace @param {PlacedIn} placed */
  function publish(job, reading, trace, placed) {
    if (latest?.document.source !== job.document.source) return; // the text has moved on
    clearTimeout(complaint);
    const before = store.state.answer;
    const history = historyOf(trace);
    const same = before && sameDrawing(before.trace.graph, trace.graph);
    const keep = same && before.history.last === history.last;
    const step = job.step ?? (keep ? store.state.playback.step : null);
    /** @type {Answer} */
    const shown = { document: job.document, trace, inputs: reading.inputs, history, placed };
    store.update({
      answer: shown,
      problems: [],
      stale: false,
      gone: false,
      ready: latest?.asked === job.asked,
      playback:
        keep && job.step === null
          ? { ...store.state.playback }
          : opened(store.state.playback, history.last, step),
      selection: carried(store.state.selection, before?.trace, trace),
      pointed: null,
    });
  }

  /** What a new default in the text makes void is dropped, here and on screen.
   * @param {Document} document @param {Reading} reading @returns {Document} */
  function settled(document, reading) {
    const values = withNewDefaults(document.values, inputs, reading.inputs);
    inputs = reading.inputs;
    const kept = { ...document, values };
    if (Object.keys(values).length === Object.keys(document.values).length) return document;
    if (store.state.document === document) store.update({ document: kept });
    return kept;
  }

  /** @param {Job} job @param {Diagnostic[]} problems */
  function complain(job, problems) {
    if (latest !== job) return;
    clearTimeout(complaint);
    const left = store.state.answer ? PATIENCE - (performance.now() - job.asked) : 0;
    complaint = setTimeout(
      () => store.update({ problems, stale: true, gone: false }),
      Math.max(0, left),
    );
  }

  /** The server is gone: ask quietly whether it is back, less and less often. */
  async function wait() {
    store.update({ gone: true });
    if (retrying) return;
    retrying = true;
    for (let pause = RETRY.first; !(await alive()); pause = Math.min(pause * 1.5, RETRY.longest)) {
      await new Promise((resolve) => setTimeout(resolve, pause));
    }
    retrying = false;
    store.update({ gone: false });
    again();
  }

  /** The same question once more: in another language, or drawn another way. */
  function again() {
    show(store.state.document, latest?.step ?? null);
  }

  return { show, again };
}

/** @param {Document} document @param {Reading} reading */
function question(document, reading) {
  const output = reading.graph.nodes[reading.graph.output ?? -1];
  return {
    source: document.source,
    values: valuesFor(document.values, reading.inputs),
    // Gradients are of one number; a tensor output is still worth seeing forwards.
    modes: output && rankOf(output) > 0 ? ["forward"] : ["forward", "reverse"],
    ...outputOf(document),
    ...(document.wrt ? { wrt: document.wrt } : {}),
  };
}

/** What shapes depend on: a number is a number whatever its size. @param {Document} document */
function tensorsOf({ values }) {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => Array.isArray(value)));
}

/** @param {Document} document */
function outputOf({ output }) {
  return output === null ? {} : { output };
}

/** What was chosen stays chosen while it is there. @param {Selection | null} selection
 * @param {Trace | undefined} before @param {Trace} after @returns {Selection | null} */
function carried(selection, before, after) {
  if (selection?.kind !== "node") return null;
  const name = before?.graph.nodes[selection.id]?.name;
  const node = after.graph.nodes.find((each) => each.name === name);
  return node ? { kind: "node", id: node.id } : null;
}
