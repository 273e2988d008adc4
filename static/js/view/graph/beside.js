// Both modes beside each other: a second picture of the graph, and above each side what it has done.

/** @import { State } from "../../types.js" */
import { movingOf } from "../../model/document/mode.js";
import { frameOf } from "../../model/steps/frame.js";
import { workOf } from "../../model/steps/sides.js";
import { byId, html, set, write } from "../element.js";
import { mathText } from "../math/math.js";
import { cardAbout } from "./between.js";
import { graphIn } from "./graph.js";
import { viewportOf } from "./viewport.js";

/** @param {HTMLElement} canvas */
export function besideIn(canvas) {
  const place = byId("beside");
  const graph = graphIn(place, { twin: true });
  const viewport = viewportOf(graph);
  const heads = { reverse: head("reverse"), tangent: head("tangent") };
  canvas.append(heads.reverse.element, heads.tangent.element);

  return {
    viewport,
    tokens: graph.tokens,

    /** @param {State} state @returns {import("../../types.js").Frame | null} the frame of the second side */
    draw(state) {
      const { answer, playback } = state;
      const both = answer?.beside ?? null;
      canvas.classList.toggle("both", both !== null);
      for (const each of [place, heads.reverse.element, heads.tangent.element]) {
        set(each, { hidden: both === null });
      }
      if (!answer || !both) return null;
      const frame = frameOf(both, playback.step);
      viewport.look(answer.placed, cardAbout(answer, frame));
      graph.draw(state, frame);
      for (const history of [answer.history, both]) {
        heads[history.sweep].draw(state, workOf(history, playback.step));
      }
      return frame;
    },
  };
}

/** What a side finds, and what it has done so far. @param {"reverse" | "tangent"} sweep */
function head(sweep) {
  const title = html("b");
  const finds = html("span", { class: "finds" });
  const work = html("span", { class: "work" });
  const element = html("p", { class: `side-head ${sweep}`, hidden: true }, title, finds, work);
  return {
    element,
    /** @param {State} state @param {{ multiplications: number, additions: number }} done */
    draw({ words, answer, document }, done) {
      if (!answer) return;
      const { graph } = answer.trace;
      const output = graph.nodes[graph.output]?.name ?? "";
      const moving = movingOf(document, answer.inputs) ?? "";
      write(title, words(`side.${sweep}`));
      const what = sweep === "reverse" ? `∂${output}/∂·` : `∂·/∂${moving}`;
      if (finds.textContent !== what) finds.replaceChildren(...mathText(what));
      write(work, words("side.work", { m: done.multiplications, a: done.additions }));
    },
  };
}

/** The room for one picture, in this mode: half of the canvas where there are two.
 * @param {HTMLElement} canvas @param {import("../../model/document/mode.js").Mode} mode */
export function roomIn(canvas, mode) {
  const { width, height } = sizeOf(canvas);
  const tall = height > width;
  canvas.classList.toggle("tall", tall);
  if (mode !== "both") return { width, height };
  return tall ? { width, height: height / 2 } : { width: width / 2, height };
}

/** What each canvas measures, until that changes: to measure has the browser lay out all that is new.
 * @type {WeakMap<Element, { width: number, height: number } | null>} */
const sizes = new WeakMap();
const resized = new ResizeObserver((all) => {
  for (const { target } of all) sizes.set(target, null);
});

/** @param {HTMLElement} canvas */
function sizeOf(canvas) {
  if (!sizes.has(canvas)) resized.observe(canvas);
  const size = sizes.get(canvas) ?? canvas.getBoundingClientRect();
  sizes.set(canvas, size);
  return size;
}
