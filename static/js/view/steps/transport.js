// The transport: first, back, play, next, last, a number to jump to, and how fast.

/** @import { Store } from "../../store.js" */
/** @import { Frame, State } from "../../types.js" */
import { GRAINS, grainOf, inGrain, marksOf } from "../../model/steps/grain.js";
import { SPEEDS, reduce } from "../../model/steps/playback.js";
import { byId, fill, html, set, write } from "../element.js";
import { putIcon } from "../icons.js";

/** @param {Store} store @param {(type: string, to?: number) => void} act
 * @param {(id: string) => HTMLElement} [find] its parts, if they do not stand in the page's shell */
export function transportIn(store, act, find = byId) {
  const names = ["first", "back", "next", "last"];
  const buttons = new Map(
    names.map((name) => [name, /** @type {HTMLButtonElement} */ (find(name))]),
  );
  const play = /** @type {HTMLButtonElement} */ (find("play"));
  const jump = /** @type {HTMLInputElement} */ (find("jump"));
  const speed = /** @type {HTMLSelectElement} */ (find("speed"));
  for (const [name, button] of buttons) button.addEventListener("click", () => act(name));
  play.addEventListener("click", () => act(store.state.playback.playing ? "pause" : "play"));
  speed.append(...SPEEDS.map((each) => html("option", { value: each }, `${each}×`)));
  speed.addEventListener("change", () => act("speed", Number(speed.value)));
  const grain = /** @type {HTMLSelectElement} */ (find("grain"));
  grain.append(...GRAINS.map((each) => html("option", { value: each })));
  grain.addEventListener("change", () => {
    const chosen = GRAINS.find((each) => each === grain.value) ?? "edge";
    store.update({ document: inGrain(store.state.document, chosen) });
  });
  jump.addEventListener("focus", () => jump.select());
  jump.addEventListener("change", () => seek());
  jump.addEventListener("keydown", (event) => {
    event.stopPropagation();
    if (event.key !== "Enter") return;
    seek();
    find("canvas").focus(); // the next key steps on
  });

  function seek() {
    const to = Number.parseInt(jump.value, 10);
    if (Number.isFinite(to)) act("seek", to);
    jump.value = String(store.state.playback.step);
  }

  return {
    /** @param {State} state @param {Frame} frame */
    draw(state, frame) {
      const { playback, words } = state;
      enable(buttons, playback.step, frame.last);
      const name = words(playback.playing ? "transport.pause" : "transport.play");
      set(play, { "aria-label": name, title: name, disabled: frame.last === 0 });
      putIcon(play, playback.playing ? "pause" : "play");
      if (!jump.matches(":focus")) fill(jump, playback.step);
      write(find("count"), `/ ${frame.last}`);
      write(speed.lastElementChild, words("speed.instant"));
      fill(speed, playback.speed);
      for (const option of grain.options) write(option, words(`grain.${option.value}`));
      fill(grain, grainOf(state));
    },
  };
}

/** A button that can do nothing is off; if it had the focus, the button the other way gets it.
 * @param {Map<string, HTMLButtonElement>} buttons @param {number} step @param {number} last */
function enable(buttons, step, last) {
  const held = [...buttons.values()].find((button) => button.matches(":focus"));
  const [first, back, next, end] = [...buttons.values()];
  const off = [...(step === 0 ? [first, back] : []), ...(step === last ? [next, end] : [])];
  for (const button of buttons.values()) set(button, { disabled: off.includes(button) });
  if (off.some((button) => button === held))
    (held === first || held === back ? next : back)?.focus();
}

/** @param {Store} store @returns {(type: string, to?: number) => void} */
export function actor(store) {
  return (type, to) => {
    const { state } = store;
    store.update({ playback: reduce(state.playback, type, to, marksOf(state)) });
  };
}
