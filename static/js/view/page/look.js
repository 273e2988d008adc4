// How a link wants the page: in full, framed in another site, or large for a room; what is hidden or locked.

/** @import { Sizes } from "../../model/document/preferences.js" */
/** @import { State } from "../../types.js" */
import { listOf, fieldOf } from "../../model/document/fields.js";
import { byId, set } from "../element.js";

const LOOKS = ["embed", "present"];

/** The path says it for embed and present; elsewhere the link may. @param {State} state */
export function lookOf({ document, presenting }) {
  const path = LOOKS.find((each) => location.pathname.endsWith(`/${each}`));
  const asked = LOOKS.find((each) => each === fieldOf(document, "ui"));
  return presenting ? "present" : (path ?? asked ?? null);
}

/** @param {State} state */
export function showLook(state) {
  const { document: shown } = state;
  set(document.documentElement, {
    "data-ui": lookOf(state),
    "data-hide": listOf(shown, "hide").join(" ") || null,
    "data-lock": listOf(shown, "lock").join(" ") || null,
  });
  set(byId("notation"), { "aria-pressed": String(fieldOf(shown, "notation") === "latex") });
}

/** The regions as wide and as high as a hand has made them. @param {Sizes} sizes */
export function shape(sizes) {
  for (const [region, size] of Object.entries(sizes)) {
    document.documentElement.style.setProperty(`--${region}`, size === null ? null : `${size}px`);
  }
}

/** The way out of a frame: the whole state goes along, whatever the frame shows of it. */
export function bindLook() {
  const way = byId("open-full");
  for (const moment of ["pointerdown", "focus", "click"]) {
    way.addEventListener(moment, () => {
      set(way, { href: new URL("./", document.baseURI).pathname + location.hash });
    });
  }
}

/** @param {Pick<State, "document">} state @param {string} what a panel, or an input by its name */
export function isLocked({ document: shown }, what) {
  return listOf(shown, "lock").includes(what);
}
