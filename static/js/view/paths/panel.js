// The paths panel: two ends, how many paths lead from one to the other, the largest, and it factored.

/** @import { Store } from "../../store.js" */
/** @import { Graph, PathsAnswer, State } from "../../types.js" */
import { pathsOf } from "../../model/document/route.js";
import { isConfirmed } from "../../model/listing.js";
import { show } from "../../model/numbers/numbers.js";
import { showWhole } from "../../model/numbers/wholes.js";
import { partial } from "../../model/steps/chain.js";
import { html, set, write } from "../element.js";
import { mathText } from "../math/math.js";
import { remembering } from "../remembering.js";
import { endsIn } from "./ends.js";
import { factoredIn } from "./factored.js";
import { waysIn } from "./ways.js";

/** @param {HTMLElement} place @param {Store} store @param {{ more: () => void }} asks */
export function pathsPanel(place, store, { more }) {
  const ends = endsIn(store);
  const summary = html("p", { class: "summary", role: "status" });
  const ways = waysIn(store, more);
  const factored = factoredIn(store);
  const body = html("div", { class: "columns" }, ways.element, factored.element);
  place.append(
    html(
      "div",
      { class: "scroll" },
      html("div", { class: "panel-head" }, ends.element, summary),
      body,
    ),
  );
  const changed = remembering();

  return {
    /** @param {State} state */
    draw(state) {
      if (place.hidden || !state.answer) return;
      const found = pathsOf(state);
      const { answer, paths, walk, words, route, selection } = state;
      if (!changed([answer, paths, walk, words, route, selection])) return;
      ends.draw(state);
      set(body, { hidden: !found || found.count === "0" });
      if (!found) return write(summary, paths?.message || words("paths.waiting"));
      say(summary, state, found);
      ways.draw(state, found);
      factored.draw(state, found);
    },
  };
}

/** ∂e/∂b = 5 is the sum over 2 paths. @param {HTMLElement} place @param {State} state @param {PathsAnswer} found */
function say(place, state, found) {
  const { words } = state;
  const symbol = symbolOf(state, found);
  if (found.count === "0") return write(place, words("paths.none", { symbol }));
  const sum = found.sum === null ? "" : ` = ${show(found.sum)}`;
  const few = found.items.length < Number(found.count);
  const n = found.count === "1" ? 1 : Number.POSITIVE_INFINITY;
  const count = words("paths.count", { n, count: showWhole(found.count) });
  const parts = [
    html("span", { class: "symbol" }, ...mathText(symbol)),
    html("span", { class: "gradient" }, sum),
    " ",
    words("paths.is"),
    " ",
    html("b", { "data-count": found.count }, count),
    few ? words("paths.few", { n: found.items.length }) : "",
    isConfirmed(found.items, found.sum) && !few
      ? html("span", { class: "confirmed" }, words("paths.confirmed"))
      : "",
  ];
  place.replaceChildren(...parts);
}

/** @param {State} state @param {PathsAnswer} found */
function symbolOf({ answer }, found) {
  const graph = /** @type {Graph} */ (answer?.trace.graph);
  return partial(graph.nodes[found.to]?.name ?? "", graph.nodes[found.from]?.name ?? "");
}
