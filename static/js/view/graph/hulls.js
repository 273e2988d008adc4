// Open groups: a quiet frame around their cards, with a handle that folds them.

/** @import { Answer, Placed, Words } from "../../types.js" */
import { titleOf } from "../../model/document/groups.js";
import { handleOf } from "../../model/drawing/placing.js";
import { join, set, style, svg, write } from "../element.js";

/** Letters of a name that a handle has room for. */
const ROOM = 24;
const LETTER = 8.4;
const BESIDE = 36;

/** @typedef {NonNullable<Placed["hulls"]>[number]} Hull */

/** @param {SVGGElement} place @param {Answer} answer */
export function drawHulls(place, { placed }) {
  join(place, placed.hulls ?? [], {
    key: ({ group }) => `${group}`,
    make: () => svg("g", { class: "hull" }, svg("rect", { rx: 18 })),
    update(element, { box }) {
      moveTo(element, box);
      const { width, height } = box;
      set(/** @type {Element} */ (element.firstElementChild), { width, height });
    },
  });
}

/** @param {SVGGElement} place @param {Answer} answer @param {Words} words */
export function drawHandles(place, { placed, drawn }, words) {
  const labels = new Map(drawn.open.map((group) => [group.id, titleOf(group)]));
  join(place, placed.hulls ?? [], {
    key: ({ group }) => `${group}`,
    make: makeHandle,
    update(element, hull) {
      const label = labels.get(hull.group) ?? "";
      const short = label.length > ROOM ? `${label.slice(0, ROOM - 1)}…` : label;
      const [back = null, text = null, title = null] = element.children;
      const width = short.length * LETTER + BESIDE;
      moveTo(element, standing(hull, placed, width));
      set(element, { "data-group": hull.group });
      if (back) set(back, { width });
      write(text, `${short} −`);
      write(title, words("group.fold", { label }));
    },
  });
}

/** @param {Hull} hull @param {Placed} placed @param {number} width */
function standing(hull, { direction }, width) {
  const { x, y, width: room } = handleOf(hull, direction);
  return { x: direction === "right" ? x : x + room - width, y };
}

function makeHandle() {
  return svg(
    "g",
    { class: "handle" },
    svg("rect", { height: 26, rx: 13 }),
    svg("text", { x: 12, y: 18 }),
    svg("title"),
  );
}

/** @param {SVGElement} element @param {import("../../types.js").Point} point */
function moveTo(element, { x, y }) {
  style(element, "transform", `translate(${x}px, ${y}px)`);
}
