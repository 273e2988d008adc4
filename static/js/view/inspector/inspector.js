// The inspector: one node read in words, as the chain rule, in closed form, proved, and by its paths.

/** @import { Store } from "../../store.js" */
/** @import { Document, Frame, Point, Span, State } from "../../types.js" */
/** @import { Subject } from "../../model/steps/subject.js" */
import { subjectOf } from "../../model/steps/subject.js";
import { roleOf } from "../../model/text/describe.js";
import { html } from "../element.js";
import { mathText } from "../math/math.js";
import { dressed } from "../page/dressed.js";
import { remembering } from "../remembering.js";
import { chainRule } from "./chain-rule.js";
import { ruleWords } from "./rule-words.js";
import { viaTable } from "./via.js";
import { visitsBlock } from "./visits.js";
import { whereBlock } from "./where.js";

/** One way of reading the subject; null where it has nothing to say.
 * @typedef {(about: { state: State, frame: Frame, subject: Subject, store: Store } & Omit<Asks, "later">) =>
 *   HTMLElement | null} Reading */

/** What the inspector asks of the page: to draw another way, and to show a place in the program.
 * @typedef {{ redraw: (document: Document) => void, goTo: (span: Span) => void,
 *   menu: (node: number, at: Point, back: () => void) => void,
 *   later: import("../../effects/waiting/later.js").Latecomer }} Asks */

/** @param {HTMLElement} place @param {Store} store @param {Asks} asks */
export function inspectorIn(place, store, { redraw, goTo, menu, later }) {
  const changed = remembering();
  const more = later(
    () => dressed(import("./more.js"), "style/panels/tensors"),
    (found) => found,
  );
  return {
    /** @param {State} state @param {Frame} frame */
    draw(state, frame) {
      const subject = subjectOf(state, frame);
      if (subject) more.wake();
      const { answer, selection, symbolic, check, whole, tables, language, operations } = state;
      const what = [answer?.history, answer?.drawn, answer?.document.values, frame, selection];
      if (!changed([...what, symbolic, check, whole, tables, language, operations, more.now()]))
        return;
      const about = subject && { state, frame, subject, store, redraw, goTo, menu };
      const parts = about ? readings(more.now()).flatMap((reading) => reading(about) ?? []) : [];
      replaceKeeping(place, parts);
    },
  };
}

/** From top to bottom. @param {typeof import("./more.js") | null} more */
function readings(more) {
  const { above = [], below = [] } = more ?? {};
  return [heading, whereBlock, ...above, ruleWords, chainRule, ...below, viaTable, visitsBlock];
}

/** @type {Reading} */
function heading({ state, subject }) {
  const { answer, words, language } = state;
  if (!answer) return null;
  const { graph } = answer.trace;
  const { node, edge } = subject;
  const title = edge ? `${graph.nodes[edge.target]?.name} → ${node.name}` : node.name;
  const sub = edge
    ? words("inspector.edge", { from: graph.nodes[edge.target]?.name ?? "", to: node.name })
    : roleOf(graph, node, words, language);
  return html(
    "div",
    { class: "heading" },
    html("h2", {}, ...mathText(title)),
    html("p", { class: "sub" }, sub),
  );
}

/** Most parts are made anew at each step; what was open stays open, a focused factor stays focused.
 * @param {HTMLElement} place @param {HTMLElement[]} parts */
function replaceKeeping(place, parts) {
  const held = place.contains(document.activeElement) ? document.activeElement : null;
  const key = held?.getAttribute("data-key");
  const opened = place.querySelector("details")?.open ?? false;
  fillWith(place, parts);
  const details = place.querySelector("details");
  if (details) details.open = opened;
  const again = key && place.querySelector(`[data-key="${CSS.escape(key)}"]`);
  if (again instanceof HTMLElement) again.focus();
  else if (held && held !== place) place.focus();
}

/** A part that is the same as before is not moved: a long formula takes long to lay out.
 * @param {HTMLElement} place @param {HTMLElement[]} parts */
function fillWith(place, parts) {
  for (const old of [...place.childNodes]) if (!parts.some((part) => part === old)) old.remove();
  let next = place.firstChild;
  for (const part of parts) {
    if (part === next) next = next.nextSibling;
    else place.insertBefore(part, next);
  }
}
