// What the page knows before anything is asked: the first example, and no answer yet.

/** @import { Plot, State } from "../../types.js" */
import { SEED } from "./document.js";
import { STOPPED } from "../steps/playback.js";

/** Nothing chosen for the field. @type {Plot} */
export const PLOT = { x: null, y: null, spans: {}, down: false, rate: 0.1 };

/** @param {Pick<State, "language" | "words" | "drawer">} chosen @returns {State} */
export function beginning(chosen) {
  return {
    ...chosen,
    document: SEED,
    answer: null,
    standing: null,
    problems: [],
    inputs: [],
    stale: false,
    told: 0,
    ready: false,
    gone: false,
    silent: false,
    playback: STOPPED,
    selection: null,
    pointed: null,
    operations: new Map(),
    tab: "editor",
    route: null,
    paths: null,
    walk: null,
    compare: null,
    rows: [],
    dense: { inputs: 1000, outputs: 1, answer: null },
    field: null,
    plot: PLOT,
    undo: false,
    redo: false,
    lines: { source: "", found: [] },
    narrowed: null,
    presenting: false,
    note: null,
    restored: false,
    form: "simplified",
    symbolic: null,
    check: null,
    whole: null,
  };
}
