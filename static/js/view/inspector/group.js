// A group in the inspector: what stands for what, the slope of the whole by each input, and a button
// that folds or unfolds it.

/** @import { Group, State } from "../../types.js" */
/** @import { Reading } from "./inspector.js" */
import { turned } from "../../model/document/folds.js";
import { show } from "../../model/numbers/numbers.js";
import { partial } from "../../model/steps/chain.js";
import { html } from "../element.js";
import { groupAt } from "../graph/keys.js";
import { mathText } from "../math/math.js";

/** @type {Reading} */
export function groupBlock({ state, frame, subject, redraw }) {
  const { answer, words, document } = state;
  const id = subject.edge ? null : groupAt(answer, subject.node.id);
  const group = answer?.trace.graph.groups?.find((each) => each.id === id);
  if (!answer || !group) return null;
  const folded = answer.drawn.folded.get(subject.node.id)?.id === id;
  const ready = frame.node(group.output)?.value !== null;
  const button = html(
    "button",
    { type: "button", class: "button", "data-key": "fold" },
    words(folded ? "group.unfold" : "group.fold", { label: group.label }),
  );
  button.addEventListener("click", () => redraw(turned(document, answer.trace.graph, group.id)));
  return html(
    "div",
    { class: "block group" },
    html("p", {}, words(`group.${group.kind}`, { label: group.label, n: group.nodes.length })),
    folded && ready && slopes(state, group),
    ruleOf(state, group),
    button,
  );
}

/** What is known of an operation that is written out here. @param {State} state @param {Group} group */
function ruleOf({ operations, language }, { kind, label }) {
  const rule = kind === "pattern" && operations.get(label)?.words[language];
  return rule ? html("p", {}, rule) : null;
}

/** @param {State} state @param {Group} group */
function slopes({ answer, words }, { inputs, outputs, output, derivatives, label }) {
  const row = derivatives?.[outputs.indexOf(output)];
  const nodes = answer?.trace.graph.nodes ?? [];
  const found = inputs.flatMap((input, i) => {
    const slope = show(row?.[i]);
    return slope === "" ? [] : [{ by: nodes[input]?.name ?? "", slope }];
  });
  if (found.length === 0) return null;
  const name = nodes[output]?.name ?? "";
  return html(
    "table",
    { class: "via", "aria-label": words("group.slopes", { label }) },
    html(
      "tbody",
      {},
      ...found.map(({ by, slope }) =>
        html(
          "tr",
          {},
          html("th", { scope: "row" }, ...mathText(partial(name, by))),
          html("td", { class: "local" }, slope),
        ),
      ),
    ),
  );
}
