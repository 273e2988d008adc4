// Links that have become one, drawn over the edges they are made of, with their slope on a pill.

/** @import { Direction } from "../../types.js" */
/** @import { Joined } from "../../model/drawing/folding.js" */
import { pathOf } from "../../model/drawing/curve.js";
import { show, unlessHidden } from "../../model/numbers/numbers.js";
import { join, set, style, svg, write } from "../element.js";

const LETTER = 8.2;
const PADDING = 22;

/** @param {SVGGElement} place @param {Joined[]} joined @param {Direction} direction */
export function drawJoins(place, joined, direction) {
  join(place, joined, {
    key: ({ edges }) => edges.join(" "),
    make: () =>
      svg(
        "g",
        { class: "joined" },
        svg("path", { class: "line", "marker-end": "url(#arrow-lit)" }),
        svg(
          "g",
          { class: "pill" },
          svg("rect", { height: 26, rx: 13, y: -13 }),
          svg("text", { y: 5 }),
        ),
      ),
    update: (element, link) => update(element, link, direction),
  });
}

/** @param {Element} element @param {Joined} link @param {Direction} direction */
function update(element, link, direction) {
  set(element, { class: link.fresh ? "joined fresh" : "joined", "data-slope": link.slopes });
  set(/** @type {Element} */ (element.querySelector(".line")), {
    d: pathOf(link.route, direction),
  });
  const pill = /** @type {SVGElement} */ (element.querySelector(".pill"));
  style(pill, "transform", `translate(${link.middle.x}px, ${link.middle.y}px)`);
  const text = unlessHidden(link.slopes ?? show(link.value));
  const width = text.length * LETTER + PADDING;
  set(/** @type {Element} */ (pill.querySelector("rect")), { width, x: -width / 2 });
  write(pill.querySelector("text"), text);
}
