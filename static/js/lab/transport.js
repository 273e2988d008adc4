// The buttons of the lab: one example, one step, one epoch, the whole run; pause, back to the start, and pin.

/** @import { Words } from "../types.js" */
import { html, set, write } from "../view/element.js";

const BUTTONS = ["sample", "batch", "epoch", "run", "rewind", "pin"];
const NEED_DATA = ["sample", "epoch"];

/** @typedef {{ running: boolean, batches: boolean, begun: boolean, ready: boolean, room: boolean }} Can */

/** @param {HTMLElement} place @param {(act: string) => void} act */
export function transportIn(place, act) {
  const buttons = BUTTONS.map((name) => {
    const button = html("button", {
      type: "button",
      class: name === "run" ? "button main" : "button",
      "data-act": name,
    });
    button.addEventListener("click", () => act(name));
    return button;
  });
  place.append(...buttons);
  return {
    /** @param {Can} can @param {Words} words */
    draw(can, words) {
      for (const button of buttons) {
        const name = button.dataset.act ?? "";
        write(button, words(`train.act.${saying(name, can)}`));
        set(button, {
          disabled: !possible(name, can),
          hidden: NEED_DATA.includes(name) && !can.batches,
        });
      }
    },
  };
}

/** @param {string} name @param {Can} can */
function saying(name, { running, batches }) {
  if (name === "run" && running) return "pause";
  return name === "batch" && !batches ? "step" : name;
}

/** @param {string} name @param {Can} can */
function possible(name, { running, begun, ready, room }) {
  if (!ready) return false;
  if (name === "run") return true;
  if (name === "pin") return begun && room;
  return !running && (name !== "rewind" || begun);
}
