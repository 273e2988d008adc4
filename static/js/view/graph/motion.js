// What moves: values along the edges forwards, gradients backwards. One step, one movement.

/** @import { Answer, Direction, Frame, Point } from "../../types.js" */
import { pointOn } from "../../model/drawing/curve.js";
import { show, unlessHidden } from "../../model/numbers/numbers.js";
import { edgesInto } from "../../model/drawing/wiring.js";
import { set, svg } from "../element.js";
import { still } from "../stillness.js";

const FRAMES = 12;

/** @typedef {{ text: string, from: number, to: number, phase: string }} Journey */

/** @param {SVGGElement} tokens */
export function motionIn(tokens) {
  return {
    stop: () => tokens.replaceChildren(),

    /** @param {Answer} answer @param {Frame} frame @param {number} milliseconds */
    play(answer, frame, milliseconds) {
      tokens.replaceChildren();
      if (still() || frame.now === null) return;
      for (const { edge, journeys } of trips(answer, frame)) {
        const route = answer.placed.routes[edge];
        if (route) travel(tokens, journeys, route, answer.placed.direction, milliseconds);
      }
    },
  };
}

/** Both operands go to their operation together; a gradient meets its local derivative half-way,
 * and one product goes on.
 * @param {Answer} answer @param {Frame} frame @returns {{ edge: number, journeys: Journey[] }[]} */
function trips({ trace }, { now }) {
  if (now?.kind === "compute") {
    return edgesInto(trace.graph, now.node).map(({ id, source }) => ({
      edge: id,
      journeys: [{ text: show(trace.values[source]), from: 0, to: 1, phase: "forward" }],
    }));
  }
  if (now?.kind !== "pull" && now?.kind !== "push") return [];
  const [phase, from, to] = now.kind === "pull" ? ["reverse", 1, 0] : ["forward", 0, 1];
  return [
    {
      edge: now.edge,
      journeys: [
        { text: show(now.upstream), from, to: 0.5, phase },
        { text: show(now.contribution), from: 0.5, to, phase },
      ],
    },
  ];
}

/** @param {SVGGElement} tokens @param {Journey[]} journeys @param {Point[]} route
 * @param {Direction} direction @param {number} milliseconds */
async function travel(tokens, journeys, route, direction, milliseconds) {
  const token = svg("g", { class: "token" });
  tokens.append(token);
  for (const { text, from, to, phase } of journeys) {
    const shown = unlessHidden(text);
    const width = shown.length * 8.4 + 18;
    set(token, { class: `token ${phase}` });
    token.replaceChildren(
      svg("rect", { x: -width / 2, y: -12, width, height: 24, rx: 12 }),
      svg("text", { y: 5 }, shown),
    );
    const stations = Array.from({ length: FRAMES + 1 }, (_, i) => {
      const { x, y } = pointOn(route, direction, from + ((to - from) * i) / FRAMES);
      return { transform: `translate(${x}px, ${y}px)` };
    });
    const duration = milliseconds / journeys.length;
    const moving = token.animate(stations, { duration, easing: "ease-in-out" });
    await moving.finished.catch(() => null); // stopped by the next step
  }
  token.remove();
}
