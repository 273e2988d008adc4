// From one picture to the next: which card is looked at, which stays where it is, and how long what moves takes.

/** @import { Answer, Frame, State } from "../../types.js" */
import { INSTANT, milliseconds } from "../../model/steps/playback.js";

const LONGEST_MOVE = 380;

/** The card of what a step is about, or of the group that it is folded into.
 * @param {Answer} answer @param {Frame} frame */
export function cardAbout({ placed, trace, drawn }, frame) {
  const about = frame.now?.node ?? trace.graph.output;
  return placed.nodes[drawn.owner.get(about) ?? about] ?? null;
}

/** Where only the way of drawing has changed: a card of both pictures, the one that was folded or
 * unfolded if it can be told.
 * @param {Answer} now @param {Answer | null} before */
export function keptCard(now, before) {
  if (!before || before.trace !== now.trace || before.placed.room === now.placed.room) return null;
  const cards = [...now.drawn.folded.keys(), ...before.drawn.folded.keys()];
  const turned = cards.find((id) => now.drawn.folded.has(id) !== before.drawn.folded.has(id));
  const id = turned ?? now.drawn.graph.output;
  const [from, to] = [before.placed.nodes[id], now.placed.nodes[id]];
  return from && to ? { from, to } : null;
}

/** How long a movement takes: null where nothing has changed, 0 for what is no movement. Only one
 * step forward is one; a jump, a step back or a new answer is not.
 * @param {State} state @param {State | null} before */
export function movingTime({ answer, playback }, before) {
  const steps = playback.step - (before?.playback.step ?? 0);
  if (before?.answer !== answer) return 0;
  if (steps === 0) return null;
  if (steps !== 1 || (playback.playing && playback.speed === INSTANT)) return 0;
  return Math.min(playback.playing ? milliseconds(playback) * 0.92 : LONGEST_MOVE, LONGEST_MOVE);
}
