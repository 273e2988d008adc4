// The counter beside the folding: paths, multiplications and additions, before, now and after.

/** @import { PathsAnswer, State } from "../../types.js" */
import { countsOf } from "../../model/steps/counter.js";
import { showWhole } from "../../model/numbers/wholes.js";
import { html } from "../element.js";

const COLUMNS = ["paths", "multiplications", "additions"];

export function counterTable() {
  const element = html("table", { class: "counter" });
  return {
    element,
    /** @param {State} state @param {PathsAnswer} found @param {number | null} folds */
    draw({ words }, found, folds) {
      const heads = COLUMNS.map((column) =>
        html("th", { scope: "col" }, words(`counter.${column}`)),
      );
      const rows = countsOf(found, folds).map(({ key, paths, work }) =>
        html(
          "tr",
          { class: key },
          html("th", { scope: "row" }, words(`counter.${key}`)),
          html("td", {}, paths === null ? "" : showWhole(paths)),
          html("td", {}, showWhole(work.multiplications)),
          html("td", {}, showWhole(work.additions)),
        ),
      );
      element.replaceChildren(
        html("thead", {}, html("tr", {}, html("td"), ...heads)),
        html("tbody", {}, ...rows),
      );
    },
  };
}
