// From the text to the screen: read it, trace it, lay it out, show it. The newest question wins.

/** @import { Room } from "../model/drawing/fit.js" */
/** @import { Mode } from "../model/document/mode.js" */
/** @import { Store } from "../store.js" */
/** @import { Answer, Diagnostic, Document, History, Input, Playback, Reading, Selection, Trace } from "../types.js" */
import { sameDrawing, withNewDefaults } from "../model/document/document.js";
import { fieldOf } from "../model/document/fields.js";
import { modeOf } from "../model/document/mode.js";
import { readingOf, tracingOf, walkAsked } from "../model/document/question.js";
import { courseOf } from "../model/steps/course.js";
import { listed } from "../model/steps/listed.js";
import { opened } from "../model/steps/playback.js";
import { sidesOf } from "../model/steps/sides.js";
import { restored, steadied } from "../model/steps/steady.js";
import { pictureOf } from "./drawing/drawing.js";
import { tellSteps } from "./questions/telling.js";
import { Gone, Problem, post as postToServer, whenGone, writeIn } from "./server/server.js";
import { newestWins } from "./waiting/newest.js";
import { patience } from "./waiting/patience.js";
import { tellingSilence } from "./waiting/silence.js";

/** One question: the document as it was, in one language.
 * @typedef {{ document: Document, language: import("../types.js").Language,
 *   asked: number, step: number | null }} Job */

/** How long a faulty line may stand before it is complained about. */
const PATIENCE = 400;
/** Notices, not faults: the program still means something. */
const NOTICES = new Set(["converted-symbol", "unused-value"]);

/** @param {Store} store @param {(mode: Mode) => Room} room the canvas a graph is drawn on
 * @param {import("./server/server.js").Post} [post] who answers, if not the server */
export function sessionOf(store, room, post = postToServer) {
  const ask = tellingSilence(store, post);
  const jobs = newestWins(
    run,
    (running, next) => store.state.silent || running.document.source !== next.document.source,
  );
  /** @type {Job | null} */
  let latest = null;
  /** What was read last; and the run that it came to, with what was asked of it besides numbers.
   * @type {{ key: string, reading: Reading, run: { asked: string, trace: Trace } | null } | null} */
  let known = null;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let complaint;
  /** @type {Input[]} of the last program that could be read */
  let inputs = [];
  const untilBack = patience();
  tellSteps(store, post);
  whenGone(wait);

  /** @param {Document} document @param {number | null} [step] where to open it; else where it was */
  function show(document, step = null) {
    clearTimeout(complaint);
    writeIn(fieldOf(document, "notation") === "latex" ? "latex" : "text");
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
    if (error instanceof Problem) {
      complain(job, [error.diagnostic]);
      if (error.passes) askAgain();
    } else if (error instanceof Gone) wait();
    else throw error;
  }

  /** @param {Job} job @param {AbortSignal} signal */
  async function answer(job, signal) {
    const reading = await read(job, signal);
    const { source } = job.document;
    if (store.state.lines.found !== reading.formulas)
      store.update({ lines: { source, found: reading.formulas ?? [] } });
    const faults = reading.diagnostics.filter((each) => !NOTICES.has(each.code));
    if (faults.length > 0 || reading.graph.output === null) return complain(job, faults);
    const document = withoutLost(settled(job.document, reading), reading);
    const trace = await traced(job, document, reading, signal);
    const picture = await draw(trace, document, signal);
    // Drawn in a moment: the next question is on its way while this answer is drawn.
    setTimeout(() => publish({ ...job, document }, reading, trace, picture));
  }

  /** Other numbers for the same question come without its structure, which is here already.
   * @param {Job} job @param {Document} document @param {Reading} reading @param {AbortSignal} signal */
  async function traced(job, document, reading, signal) {
    const text = known?.reading === reading && document === job.document ? known : null;
    const asked = walkAsked(document, reading);
    const before = text?.run?.asked === asked ? text.run.trace : null;
    const body = tracingOf(document, reading, before !== null);
    const found = await ask("trace", body, { language: job.language, signal });
    const bare = before !== null && "structure" in body;
    const whole = bare ? restored(found, before) : { ...found, steps: listed(found.steps) };
    const trace = steadied(whole, store.state.answer?.trace);
    trace.course = courseOf(trace);
    if (text) text.run = { asked, trace };
    return trace;
  }

  /** The text is read again only when it, its output, its tensors or the language has changed.
   * @param {Job} job @param {AbortSignal} signal @returns {Promise<Reading>} */
  async function read({ document, language }, signal) {
    const body = readingOf(document);
    const { output } = document;
    const key = JSON.stringify([body, output, language, fieldOf(document, "notation")]);
    if (known?.key === key) return known.reading;
    const reading = withOutput(await ask("graph", body, { language, signal }), document);
    known = { key, reading, run: null };
    return reading;
  }

  /** As it is to be drawn by now: folds and pins may be newer than the question.
   * @param {Trace} trace @param {Document} document @param {AbortSignal} signal */
  function draw({ graph }, document, signal) {
    const { answer, document: now } = store.state;
    const wanted = now.source === document.source ? { ...document, rest: now.rest } : document;
    return pictureOf(graph, wanted, room(modeOf(document)), answer, signal);
  }

  /** @param {Job} job @param {Reading} reading @param {Trace} trace
   * @param {import("./drawing/drawing.js").Picture} picture */
  function publish(job, reading, trace, picture) {
    if (latest?.document.source !== job.document.source) return; // the text has moved on
    clearTimeout(complaint);
    const before = store.state.answer;
    const { history, beside } = sidesOf(trace);
    /** @type {Answer} */
    const shown = {
      document: job.document,
      trace,
      inputs: reading.inputs,
      history,
      beside,
      ...picture,
    };
    store.update({
      answer: shown,
      problems: [],
      stale: false,
      gone: false,
      ready: latest?.asked === job.asked,
      playback: continued(store.state.playback, before?.history, history, job.step),
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
    const read = known?.reading.inputs ?? [];
    const left = store.state.answer ? PATIENCE - (performance.now() - job.asked) : 0;
    complaint = setTimeout(
      () => store.update({ problems, inputs: read, stale: true, gone: false }),
      Math.max(0, left),
    );
  }

  /** Until the server is back; then everything is asked anew. */
  function wait() {
    if (!store.state.gone) store.update({ gone: true });
    askAgain();
  }

  function askAgain() {
    untilBack(() => {
      store.update({ gone: false });
      again();
    });
  }

  /** The same question once more: in another language, or drawn another way, where the steps are. */
  function again() {
    const opened = store.state.answer !== null;
    show(store.state.document, opened ? null : (latest?.step ?? null));
  }

  return { show, again, stepAsked: () => latest?.step ?? null };
}

/** What was wanted as the output is the output, where the program has it; while its line is typed it
 * may not, and the last line stays. @param {Reading} reading @param {Document} document @returns {Reading} */
function withOutput(reading, { output }) {
  const wanted = outputIn(reading, output);
  return wanted ? { ...reading, graph: { ...reading.graph, output: wanted.id } } : reading;
}

/** Nothing is asked about an output that is not there. @param {Document} document @param {Reading} reading @returns {Document} */
function withoutLost(document, reading) {
  const there = document.output === null || outputIn(reading, document.output);
  return there ? document : { ...document, output: null };
}

/** By its name or its number. @param {Reading} reading @param {string | null} output */
function outputIn({ graph }, output) {
  const named = graph.nodes.find(({ name }) => name === output);
  return named ?? graph.nodes.find(({ id }) => String(id) === output);
}

/** The same run with other numbers goes on where it is; another one opens at its end.
 * @param {Playback} playback @param {History | undefined} before @param {History} after
 * @param {number | null} asked @returns {Playback} */
function continued(playback, before, after, asked) {
  const same =
    before?.last === after.last &&
    before.sweep === after.sweep &&
    sameDrawing(before.trace.graph, after.trace.graph);
  if (same && asked === null) return { ...playback };
  return opened(playback, after.last, asked);
}

/** What was chosen stays chosen while it is there. @param {Selection | null} selection
 * @param {Trace | undefined} before @param {Trace} after @returns {Selection | null} */
function carried(selection, before, after) {
  if (selection?.kind !== "node") return null;
  const name = before?.graph.nodes[selection.id]?.name;
  const node = after.graph.nodes.find((each) => each.name === name);
  if (node?.id === selection.id) return selection;
  return node ? { kind: "node", id: node.id } : null;
}
