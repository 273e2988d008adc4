// Dividers between the regions: dragged, moved by keys or clicked, each sets the room of one region.

/** @import { Region, Sizes } from "../../model/document/preferences.js" */
/** @import { Bounds } from "../../model/regions.js" */
/** @import { State } from "../../types.js" */
import { listOf } from "../../model/document/fields.js";
import { REGIONS, preferences } from "../../model/document/preferences.js";
import { boundsOf, clicked, grownBy, keyed, within } from "../../model/regions.js";
import { byId, html, set } from "../element.js";
import { remembering } from "../remembering.js";
import { shape } from "./look.js";

/** A hand this still has only clicked. */
const STILL = 3;
/** A second click within this is a double one: until then the handle stays under the pointer. */
const SECOND = 300;

/** What each handle is about, and what it stands in front of. */
const PLACES = {
  left: { of: "aside.left", controls: "editor-panel values", before: "#canvas" },
  right: { of: "#inspector", controls: "inspector", before: "#inspector" },
  drawer: { of: ".drawer:not([hidden])", controls: null, before: "#tabs" },
};

/** @param {(sizes: Sizes) => void} keep what a hand has chosen */
export function dividersIn(keep) {
  const canvas = byId("canvas");
  const handles = REGIONS.map((region) => handleOf(region, canvas, keep));
  const changed = remembering();
  new ResizeObserver(() => {
    for (const handle of handles) handle.tell();
  }).observe(canvas);

  return {
    /** @param {State} state */
    draw({ words, drawer, document: shown }) {
      const hidden = drawer === null || listOf(shown, "hide").includes(drawer);
      if (!changed([words, drawer, hidden])) return;
      const [, , over] = handles;
      if (over) set(over.element, { hidden, "aria-controls": drawer });
      for (const { element, region } of handles) {
        const title = words("resize.how");
        set(element, { "aria-label": words(`resize.${region}`), title });
      }
    },
  };
}

/** @param {Region} region @param {HTMLElement} canvas @param {(sizes: Sizes) => void} keep */
function handleOf(region, canvas, keep) {
  const { of, controls, before } = PLACES[region];
  const element = html("div", {
    class: "divider",
    role: "separator",
    tabindex: 0,
    "data-region": region,
    "aria-orientation": region === "drawer" ? "horizontal" : "vertical",
    "aria-controls": controls,
  });
  /** Where a hand has taken hold of it. @type {{ x: number, y: number, size: number, bounds: Bounds } | null} */
  let held = null;
  let moved = false;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let second;
  document.querySelector(before)?.before(element);
  element.addEventListener("pointerdown", take);
  element.addEventListener("pointermove", drag);
  element.addEventListener("pointerup", letGo);
  element.addEventListener("lostpointercapture", letGo);
  element.addEventListener("click", () => {
    clearTimeout(second);
    if (!moved) second = setTimeout(turn, SECOND);
  });
  element.addEventListener("dblclick", () => {
    clearTimeout(second);
    choose(null);
  });
  element.addEventListener("keydown", (event) => {
    const { size, bounds } = measured();
    const next = keyed(region, event, size, bounds);
    if (next === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    choose(next);
  });

  function turn() {
    const { size, bounds } = measured();
    choose(clicked(preferences.sizes[region], size, bounds));
  }

  function measured() {
    const place = document.querySelector(of)?.getBoundingClientRect();
    const side = region === "drawer" ? "height" : "width";
    const size = Math.round(place?.[side] ?? 0);
    const graph = Math.round(canvas.getBoundingClientRect()[side]);
    return { size, bounds: boundsOf(region, size, graph) };
  }

  /** @param {PointerEvent} event */
  function take(event) {
    if (event.button !== 0) return;
    element.setPointerCapture(event.pointerId);
    held = { x: event.clientX, y: event.clientY, ...measured() };
    moved = false;
  }

  /** @param {PointerEvent} event */
  function drag({ clientX, clientY }) {
    if (!held) return;
    const by = grownBy(region, { x: clientX - held.x, y: clientY - held.y });
    if (!moved && Math.abs(by) < STILL) return;
    moved = true;
    shape({ ...preferences.sizes, [region]: within(held.size + by, held.bounds) });
  }

  function letGo() {
    if (held && moved) choose(measured().size);
    held = null;
  }

  /** @param {number | null} size */
  function choose(size) {
    keep({ ...preferences.sizes, [region]: size });
  }

  return {
    region,
    element,
    tell() {
      const { size, bounds } = measured();
      set(element, {
        "aria-valuenow": size,
        "aria-valuemin": bounds.low,
        "aria-valuemax": bounds.high,
      });
    },
  };
}
