// The factored form: the formula, the folding step by step, and the work that it saves.

/** @import { Store } from "../../store.js" */
/** @import { Fold, PathsAnswer, State } from "../../types.js" */
import { namesOnly } from "../../model/document/preferences.js";
import { show } from "../../model/numbers/numbers.js";
import { leavesOnesOut } from "../../model/steps/counter.js";
import { html, set, write } from "../element.js";
import { icon } from "../icons.js";
import { typeset } from "../math/typeset.js";
import { remembering } from "../remembering.js";
import { counterTable } from "./counter.js";

/** @param {Store} store */
export function factoredIn(store) {
  const keys = foldKeys(store);
  const says = html("p", { class: "fold-says", role: "status" });
  const formula = html("div", { class: "factored-formula" });
  const counter = counterTable();
  const note = html("p", { class: "quiet note" });
  const parts = [keys.element, says, formula, counter.element, note];
  const element = html("section", { class: "factoring" }, ...parts);
  const changed = remembering();

  return {
    element,
    /** @param {State} state @param {PathsAnswer} found */
    draw(state, found) {
      const { words, walk } = state;
      const at = walk?.kind === "fold" ? walk.at : null;
      keys.draw(state, found);
      write(says, at ? sentenceOf(state, found.factored.folds[at - 1]) : "");
      counter.draw(state, found, at);
      write(note, leavesOnesOut(found) ? words("paths.ones") : "");
      if (changed([found, words])) formula.replaceChildren(...formulas(found));
    },
  };
}

/** Play, one fold back, one fold more. @param {Store} store */
function foldKeys(store) {
  const play = html("button", { type: "button", class: "button fold" }, icon("play"), html("span"));
  const back = html("button", { type: "button", class: "button quiet round" }, icon("back"));
  const next = html("button", { type: "button", class: "button quiet round" }, icon("next"));
  const where = html("span", { class: "where" });
  play.addEventListener("click", () => {
    const playing = store.state.walk?.kind === "fold" && store.state.walk.playing;
    if (playing) move(0);
    else store.update({ walk: { kind: "fold", at: 0, playing: true } });
  });
  back.addEventListener("click", () => move(-1));
  next.addEventListener("click", () => move(1));

  /** @param {number} by */
  function move(by) {
    const { walk, paths } = store.state;
    const last = paths?.answer?.factored.folds.length ?? 0;
    const at = (walk?.kind === "fold" ? walk.at : 0) + by;
    const to = Math.max(0, Math.min(last, at));
    store.update({ walk: { kind: "fold", at: to, playing: false } });
  }

  return {
    element: html("div", { class: "fold-keys" }, play, back, where, next),
    /** @param {State} state @param {PathsAnswer} found */
    draw({ words, walk }, { factored: { folds } }) {
      const fold = walk?.kind === "fold" ? walk : null;
      set(/** @type {Element} */ (play.parentElement), { hidden: folds.length === 0 });
      write(play.lastElementChild, words(fold?.playing ? "paths.stop" : "paths.factor"));
      set(back, { "aria-label": words("paths.unfold"), disabled: !fold?.at });
      set(next, { "aria-label": words("paths.fold"), disabled: fold?.at === folds.length });
      write(where, `${fold?.at ?? 0} / ${folds.length}`);
    },
  };
}

/** What the fold that was just done has joined. @param {State} state @param {Fold | undefined} fold */
function sentenceOf({ words, answer }, fold) {
  if (!fold) return "";
  const slope = fold.slopes ?? show(fold.value);
  const name = answer?.trace.graph.nodes[fold.through ?? -1]?.name ?? "";
  return words(`fold.${fold.kind}`, { slope, value: show(fold.value), name });
}

/** One line where the derivative folds to one formula, else a line for each node that is left.
 * @param {PathsAnswer} found @returns {HTMLElement[]} */
function formulas({ factored: { lines } }) {
  return lines.map((line) => {
    const text = line.slopes ?? line.text ?? "";
    const latex = line.slopes_latex ?? line.latex ?? "\\ldots";
    const numbers = numbersOf(line, text);
    const value = line.value === null ? "" : ` = ${show(line.value)}`;
    return html(
      "p",
      { "data-text": `${line.name} = ${text}` },
      typeset(`${line.name_latex} = ${latex}`, `${line.name} = ${text}`),
      html("span", { class: "numbers" }, numbers),
      html("span", { class: "gradient" }, value),
    );
  });
}

/** The same in numbers, unless that is what stands there already.
 * @param {import("../../types.js").FactoredLine} line @param {string} text */
function numbersOf({ numbers, slopes, slopes_numbers: short, value }, text) {
  const written = slopes === null ? numbers : short;
  if (namesOnly()) return "";
  return written === null || written === text || written === show(value) ? "" : ` = ${written}`;
}
