// A program that came with a fault has no answer; what stands of it can be drawn, without numbers.

/** @import { Room } from "../../model/drawing/fit.js" */
/** @import { Mode } from "../../model/document/mode.js" */
/** @import { Store } from "../../store.js" */
/** @import { Answer, Document, Reading } from "../../types.js" */
import { documentOf } from "../../model/document/document.js";
import { readingOf } from "../../model/document/question.js";
import { historyOf } from "../../model/steps/history.js";
import { traceStanding, unreadIn } from "../../model/steps/standing.js";
import { answerTo } from "../questions/asking.js";
import { pictureOf } from "./drawing.js";

/** @param {Store} store @param {(mode: Mode) => Room} room */
export function standingOf(store, room) {
  return async () => {
    const { document, language } = store.state;
    // Folded as an answer would be: a fault may stand in a large program.
    const asked = { ...readingOf(document), formulas: false, fold: true };
    const found = await answerTo("graph", asked, language);
    const standing = found?.answer ? await drawn(document, found.answer) : null;
    if (store.state.document.source === document.source && !store.state.answer)
      store.update({ standing });
  };

  /** @param {Document} document @param {Reading} reading @returns {Promise<Answer | null>} */
  async function drawn(document, { graph, inputs, diagnostics }) {
    const unread = unreadIn(document.source, diagnostics);
    const trace = traceStanding(graph, unread);
    if (!trace) return null;
    const before = store.state.standing;
    const picture = await pictureOf(trace.graph, documentOf(""), room("reverse"), before);
    return { document, trace, inputs, history: historyOf(trace), beside: null, unread, ...picture };
  }
}
