// A program as a few dots and lines, for its card.

/** @import { Sketch } from "../types.js" */
import { svg } from "../view/element.js";

const WIDTH = 240;
const HEIGHT = 104;
const EDGE = 14;
const LARGEST = 6;
const BOW = 44;

/** @param {Sketch} sketch */
export function sketchOf({ dots, lines }) {
  const at = dots.map(({ x, y }) => ({
    x: EDGE + x * (WIDTH - 2 * EDGE),
    y: EDGE + y * (HEIGHT - 2 * EDGE),
  }));
  const radius = Math.max(2, Math.min(LARGEST, 40 / Math.sqrt(dots.length + 20)));
  return svg(
    "svg",
    { class: "sketch", viewBox: `0 0 ${WIDTH} ${HEIGHT}`, "aria-hidden": "true" },
    ...lines.map(([from, to], index) => line(at[from], at[to], bow(lines, index))),
    ...at.map(({ x, y }, index) =>
      svg("circle", { cx: x, cy: y, r: radius, class: kindOf(index, dots) }),
    ),
  );
}

/** How far a line bends aside: of two between the same dots, one above and one below.
 * @param {Sketch["lines"]} lines @param {number} index */
function bow(lines, index) {
  const [from, to] = lines[index] ?? [];
  const twins = lines.flatMap(([a, b], at) => (a === from && b === to ? [at] : []));
  return (twins.indexOf(index) - (twins.length - 1) / 2) * BOW;
}

/** @param {{ x: number, y: number } | undefined} from @param {{ x: number, y: number } | undefined} to
 * @param {number} aside */
function line(from = { x: 0, y: 0 }, to = { x: 0, y: 0 }, aside = 0) {
  const middle = (from.x + to.x) / 2;
  const [start, end] = [from.y + aside, to.y + aside];
  return svg("path", {
    d: `M${from.x} ${from.y}C${middle} ${start} ${middle} ${end} ${to.x} ${to.y}`,
  });
}

/** @param {number} index @param {Sketch["dots"]} dots */
function kindOf(index, dots) {
  return index === dots.length - 1 ? "output" : (dots[index]?.kind ?? "op");
}
