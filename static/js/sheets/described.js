// The graph in words: every node with its numbers and where it leads, to be read or listened to.

/** @import { Store } from "../store.js" */
import { frameOf } from "../model/steps/frame.js";
import { labelOf } from "../model/text/describe.js";
import { html } from "../view/element.js";
import { dialogIn } from "./dialog.js";

/** Nobody listens to more; the table has all of them. */
const MOST = 100;

/** @param {HTMLDialogElement} place @param {Store} store */
export function describedIn(place, store) {
  const dialog = dialogIn(place);
  return {
    open() {
      const { answer, playback, words, language } = store.state;
      if (!answer) return;
      const { graph } = answer.trace;
      const frame = frameOf(answer.history, playback.step);
      const named = graph.nodes.slice(0, MOST);
      const output = graph.nodes[graph.output]?.name ?? "";
      const { step, last } = frame;
      dialog.fill(
        words,
        words("key.describe"),
        html("p", {}, words("describe.graph", { n: graph.nodes.length, output, step, last })),
        html(
          "ol",
          { class: "described" },
          ...named.map(({ id }) => html("li", {}, labelOf(graph, frame, id, words, language))),
        ),
        graph.nodes.length > MOST ? html("p", {}, words("describe.rest", { most: MOST })) : null,
      );
      dialog.show();
    },
  };
}
